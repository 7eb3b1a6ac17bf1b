package dev.sendero.engine.outbox;

import dev.sendero.engine.binary.Binary;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Batches in a checkpoint. */
final class OutboxBatchSerializer implements SimpleVersionedSerializer<OutboxBatch> {

    private static final int VERSION = 1;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(OutboxBatch batch) throws IOException {
        int size = batch.records().stream().mapToInt(OutboxRecord::size).sum();
        var bytes = new ByteArrayOutputStream(size + 10 * batch.records().size() + 5);
        var output = new DataOutputStream(bytes);
        Binary.writeNumber(output, batch.records().size());
        for (OutboxRecord record : batch.records()) {
            Binary.writeBytes(output, record.key());
            Binary.writeBytes(output, record.value());
        }
        return bytes.toByteArray();
    }

    @Override
    public OutboxBatch deserialize(int version, byte[] bytes) throws IOException {
        if (version != VERSION) {
            throw new IOException("outbox batch: format " + version + " (expected: " + VERSION + ")");
        }
        var input = new DataInputStream(new ByteArrayInputStream(bytes));
        int count = Binary.readNumber(input);
        var records = new ArrayList<OutboxRecord>(count);
        for (int i = 0; i < count; i++) {
            byte[] key = Binary.readBytes(input);
            records.add(new OutboxRecord(key, Binary.readBytes(input)));
        }
        return new OutboxBatch(records);
    }
}
