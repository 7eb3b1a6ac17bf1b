package dev.sendero.engine.event;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.event.EventType;
import dev.sendero.api.json.JsonObject;
import dev.sendero.api.json.RawEvent;
import dev.sendero.core.Admission;
import dev.sendero.engine.binary.Binary;
import dev.sendero.engine.binary.BinarySerializer;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.jspecify.annotations.Nullable;

/** Events between tasks and in the snapshot of the buffer. */
public final class ReceivedEventSerializer extends BinarySerializer<ReceivedEvent> {

    public static final ReceivedEventSerializer INSTANCE = new ReceivedEventSerializer();

    private static final int VERSION = 4;

    private static final byte NO_LINKAGE = 0;
    private static final byte DEPARTURE = 1;
    private static final byte LOGIN = 2;

    /** Wrote neither anonymous ids nor linkages. */
    private static final int WITHOUT_IDENTITY = 1;

    /** The last that always wrote properties and traits value by value. */
    private static final int PARSED = 2;

    /** The last of which all had to be read at once. */
    private static final int IN_PIECES = 3;

    public ReceivedEventSerializer() {
        super(VERSION);
    }

    @Override
    protected void write(ReceivedEvent received, DataOutput output) throws IOException {
        WrittenEvent.write(received, output);
    }

    static void writeLinkage(Linkage linkage, DataOutput output) throws IOException {
        if (linkage instanceof Linkage.Login login) {
            output.writeByte(LOGIN);
            output.writeLong(login.atMillis());
            Binary.writeNumber(output, login.history().size());
            for (ReceivedEvent past : login.history()) {
                INSTANCE.writeNested(past, output);
            }
        } else {
            output.writeByte(linkage instanceof Linkage.Departure ? DEPARTURE : NO_LINKAGE);
        }
    }

    static Linkage readLinkage(DataInput input) throws IOException {
        byte code = input.readByte();
        return switch (code) {
            case NO_LINKAGE -> Linkage.NONE;
            case DEPARTURE -> new Linkage.Departure();
            case LOGIN -> readLogin(input);
            default -> throw new IOException("linkage: " + code + " (expected: 0 to 2)");
        };
    }

    private static Linkage readLogin(DataInput input) throws IOException {
        long atMillis = input.readLong();
        int size = Binary.readNumber(input);
        var history = new ArrayList<ReceivedEvent>(size);
        for (int i = 0; i < size; i++) {
            history.add(INSTANCE.readNested(input));
        }
        return new Linkage.Login(atMillis, history);
    }

    @Override
    protected ReceivedEvent read(int writtenVersion, DataInput input) throws IOException {
        return writtenVersion <= IN_PIECES
                ? readInPieces(writtenVersion, input)
                : WrittenEvent.in(Binary.readBytes(input));
    }

    private static ReceivedEvent readInPieces(int writtenVersion, DataInput input) throws IOException {
        EventType type = typeOf(input.readByte());
        Admission admission = input.readBoolean() ? Admission.ALL : Admission.PROFILE_ONLY;
        Instant timestamp = Instant.ofEpochMilli(input.readLong());
        var id = new EventId(Binary.readText(input));
        String name = Binary.readText(input);
        var customer = new CustomerId(Binary.readText(input));
        String anonymousId = writtenVersion == WITHOUT_IDENTITY ? "" : Binary.readText(input);
        String title = writtenVersion <= PARSED ? "" : Binary.readText(input);
        var event = new RawEvent(
                id,
                type,
                name,
                customer,
                anonymousId,
                timestamp,
                title,
                readObject(writtenVersion, input),
                readObject(writtenVersion, input));
        return new ReadEvent(event, admission, writtenVersion == WITHOUT_IDENTITY ? Linkage.NONE : readLinkage(input));
    }

    /** As JSON, which nobody has to understand on its way, or value by value when it is parsed already. */
    static void writeObject(DataOutput output, JsonObject object) throws IOException {
        Binary.writeNumber(output, object.jsonLength());
        if (object.isParsed()) {
            Binary.writeObject(output, object.read());
        } else {
            object.writeJson(output);
        }
    }

    private static JsonObject readObject(int writtenVersion, DataInput input) throws IOException {
        int jsonLength = writtenVersion <= PARSED ? 0 : Binary.readNumber(input);
        if (jsonLength == 0) {
            return JsonObject.of(Binary.readObject(input));
        }
        byte[] json = new byte[jsonLength];
        input.readFully(json);
        return JsonObject.ofWellFormed(json);
    }

    /** Never the ordinal: it moves when a constant is added. */
    static int codeOf(EventType type) {
        return switch (type) {
            case TRACK -> 1;
            case IDENTIFY -> 2;
            case PAGE -> 3;
            case SCREEN -> 4;
            case HEARTBEAT -> 5;
            case ERASE -> 6;
        };
    }

    static EventType typeOf(int code) {
        return switch (code) {
            case 1 -> EventType.TRACK;
            case 2 -> EventType.IDENTIFY;
            case 3 -> EventType.PAGE;
            case 4 -> EventType.SCREEN;
            case 5 -> EventType.HEARTBEAT;
            case 6 -> EventType.ERASE;
            default -> throw new IllegalArgumentException("event type: " + code + " (expected: 1 to 6)");
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
