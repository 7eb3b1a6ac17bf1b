package dev.sendero.engine.event;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import dev.sendero.api.event.EventType;
import dev.sendero.core.Admission;
import dev.sendero.engine.binary.Binary;
import dev.sendero.engine.binary.BinarySerializer;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.jspecify.annotations.Nullable;

/** Events between tasks and in the snapshot of the buffer. */
public final class ReceivedEventSerializer extends BinarySerializer<ReceivedEvent> {

    public static final ReceivedEventSerializer INSTANCE = new ReceivedEventSerializer();

    private static final int VERSION = 2;

    /** Wrote no anonymous ids. */
    private static final int WITHOUT_ANONYMOUS_ID = 1;

    public ReceivedEventSerializer() {
        super(VERSION);
    }

    @Override
    protected void write(ReceivedEvent received, DataOutput output) throws IOException {
        Event event = received.event();
        output.writeByte(codeOf(event.type()));
        output.writeBoolean(received.admission() == Admission.ALL);
        output.writeLong(event.timestamp().toEpochMilli());
        Binary.writeText(output, event.id().value());
        Binary.writeText(output, event.name());
        Binary.writeText(output, event.customer().value());
        Binary.writeText(output, event.anonymousId());
        Binary.writeObject(output, event.properties());
        Binary.writeObject(output, event.traits());
    }

    @Override
    protected ReceivedEvent read(int writtenVersion, DataInput input) throws IOException {
        EventType type = typeOf(input.readByte());
        Admission admission = input.readBoolean() ? Admission.ALL : Admission.PROFILE_ONLY;
        Instant timestamp = Instant.ofEpochMilli(input.readLong());
        var id = new EventId(Binary.readText(input));
        String name = Binary.readText(input);
        var customer = new CustomerId(Binary.readText(input));
        String anonymousId = writtenVersion == WITHOUT_ANONYMOUS_ID ? "" : Binary.readText(input);
        var event = new Event(
                id, type, name, customer, anonymousId, timestamp, Binary.readObject(input), Binary.readObject(input));
        return new ReceivedEvent(event, admission);
    }

    /** Never the ordinal: it moves when a constant is added. */
    private static int codeOf(EventType type) {
        return switch (type) {
            case TRACK -> 1;
            case IDENTIFY -> 2;
            case PAGE -> 3;
            case SCREEN -> 4;
            case HEARTBEAT -> 5;
        };
    }

    private static EventType typeOf(int code) throws IOException {
        return switch (code) {
            case 1 -> EventType.TRACK;
            case 2 -> EventType.IDENTIFY;
            case 3 -> EventType.PAGE;
            case 4 -> EventType.SCREEN;
            case 5 -> EventType.HEARTBEAT;
            default -> throw new IOException("event type: " + code + " (expected: 1 to 5)");
        };
    }

    @Override
    public @Nullable ReceivedEvent createInstance() {
        return null;
    }

    @Override
    public TypeSerializerSnapshot<ReceivedEvent> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Says in a snapshot who wrote it; values say themselves in which format. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<ReceivedEvent> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
