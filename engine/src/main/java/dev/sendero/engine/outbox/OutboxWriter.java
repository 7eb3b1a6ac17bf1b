package dev.sendero.engine.outbox;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;

/** Gathers what was decided since the last checkpoint. It keeps no state: at a checkpoint all of it is handed over. */
final class OutboxWriter implements CommittingSinkWriter<OutboxRecord, OutboxBatch> {

    /** Bytes of keys and values; a batch is closed when it has reached them. */
    static final int BATCH_BYTES = 1 << 20;

    private final List<OutboxBatch> full = new ArrayList<>();
    private List<OutboxRecord> open = new ArrayList<>();
    private int openBytes;

    @Override
    public void write(OutboxRecord record, Context context) {
        open.add(record);
        openBytes += record.size();
        if (openBytes >= BATCH_BYTES) {
            closeBatch();
        }
    }

    private void closeBatch() {
        full.add(new OutboxBatch(List.copyOf(open)));
        open = new ArrayList<>();
        openBytes = 0;
    }

    @Override
    public void flush(boolean endOfInput) {
        // Nothing leaves before its checkpoint, so there is nowhere to flush to.
    }

    @Override
    public List<OutboxBatch> prepareCommit() {
        if (!open.isEmpty()) {
            closeBatch();
        }
        var batches = List.copyOf(full);
        full.clear();
        return batches;
    }

    @Override
    public void close() {
        // What was gathered since the last checkpoint is decided again after a restart.
    }
}
