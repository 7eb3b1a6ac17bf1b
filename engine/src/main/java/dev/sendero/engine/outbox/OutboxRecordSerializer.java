package dev.sendero.engine.outbox;

import dev.sendero.engine.binary.Binary;
import dev.sendero.engine.binary.BinarySerializer;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.jspecify.annotations.Nullable;

/** Records between the operator and the sink. */
public final class OutboxRecordSerializer extends BinarySerializer<OutboxRecord> {

    static final OutboxRecordSerializer INSTANCE = new OutboxRecordSerializer();

    private static final int VERSION = 1;

    public OutboxRecordSerializer() {
        super(VERSION);
    }

    @Override
    protected void write(OutboxRecord record, DataOutput output) throws IOException {
        Binary.writeBytes(output, record.key());
        Binary.writeBytes(output, record.value());
    }

    @Override
    protected OutboxRecord read(int writtenVersion, DataInput input) throws IOException {
        byte[] key = Binary.readBytes(input);
        return new OutboxRecord(key, Binary.readBytes(input));
    }

    @Override
    public @Nullable OutboxRecord createInstance() {
        return null;
    }

    @Override
    public TypeSerializerSnapshot<OutboxRecord> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Says in a snapshot who wrote it; values say themselves in which format. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<OutboxRecord> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
