package dev.sendero.engine.outbox;

import java.util.List;

/**
 * Records that leave together, in order: what Flink carries in the checkpoint and hands back when it is complete. Many
 * records in one, as each committable costs Flink an object and a line in the snapshot.
 */
record OutboxBatch(List<OutboxRecord> records) {}
