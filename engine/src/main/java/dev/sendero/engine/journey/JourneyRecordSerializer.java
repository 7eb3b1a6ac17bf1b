package dev.sendero.engine.journey;

import dev.sendero.api.journey.JourneyPublication;
import dev.sendero.api.json.MalformedJson;
import dev.sendero.api.json.WireJson;
import dev.sendero.engine.binary.Binary;
import dev.sendero.engine.binary.BinarySerializer;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.jspecify.annotations.Nullable;

/** Changes between the source of journeys and the operator: rare, so in JSON. */
public final class JourneyRecordSerializer extends BinarySerializer<JourneyRecord> {

    static final JourneyRecordSerializer INSTANCE = new JourneyRecordSerializer();

    private static final int VERSION = 1;
    private static final int PUBLISHED = 1;
    private static final int REMOVED = 2;

    public JourneyRecordSerializer() {
        super(VERSION);
    }

    @Override
    protected void write(JourneyRecord record, DataOutput output) throws IOException {
        output.writeInt(record.partition());
        output.writeLong(record.offset());
        JourneyChange change = record.change();
        if (change instanceof JourneyChange.Published published) {
            output.writeByte(PUBLISHED);
            Binary.writeBytes(output, WireJson.write(published.publication()));
        } else {
            output.writeByte(REMOVED);
            Binary.writeText(output, change.key());
        }
    }

    @Override
    protected JourneyRecord read(int writtenVersion, DataInput input) throws IOException {
        int partition = input.readInt();
        long offset = input.readLong();
        return new JourneyRecord(partition, offset, readChange(input));
    }

    private static JourneyChange readChange(DataInput input) throws IOException {
        int kind = input.readByte();
        return switch (kind) {
            case PUBLISHED -> new JourneyChange.Published(publication(Binary.readBytes(input)));
            case REMOVED -> new JourneyChange.Removed(Binary.readText(input));
            default -> throw new IOException("kind of a change: " + kind + " (expected: 1 or 2)");
        };
    }

    private static JourneyPublication publication(byte[] json) throws IOException {
        try {
            return WireJson.read(json, JourneyPublication.class);
        } catch (MalformedJson malformed) {
            throw new IOException(malformed.getMessage(), malformed);
        }
    }

    @Override
    public @Nullable JourneyRecord createInstance() {
        return null;
    }

    @Override
    public TypeSerializerSnapshot<JourneyRecord> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Says in a snapshot who wrote it; values say themselves in which format. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<JourneyRecord> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
