package dev.sendero.benchmarks.memory;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A run and what it found. */
sealed interface MemoryResult {

    MemorySetup setup();

    /** As one line of JSON has it. */
    Map<String, Object> line();

    record Bytes(MemorySetup setup, String heap, BytesFound found) implements MemoryResult {

        @Override
        public Map<String, Object> line() {
            Map<String, Object> line = begun(setup, heap);
            line.put("live", found.live());
            line.put("core_bytes", found.coreBytes());
            line.put("checkpoint_bytes", found.checkpointBytes());
            line.put("savepoint_bytes", found.savepointBytes());
            line.put("core_bytes_each", each(found.coreBytes()));
            line.put("checkpoint_bytes_each", each(found.checkpointBytes()));
            line.put("savepoint_bytes_each", each(found.savepointBytes()));
            return line;
        }

        /** Bytes for each customer of whom anything is kept, to a tenth. */
        double each(long bytes) {
            return found.live() == 0 ? 0 : Math.round(10.0 * bytes / found.live()) / 10.0;
        }
    }

    record Deadlines(MemorySetup setup, String heap, DeadlinesFound found) implements MemoryResult {

        @Override
        public Map<String, Object> line() {
            Map<String, Object> line = begun(setup, heap);
            line.put("load_s", found.loadSeconds());
            line.put("heap_used_mib", found.heapMebibytes());
            line.put("process_mib", found.processMebibytes());
            line.put("checkpoint_bytes", found.checkpointBytes());
            line.put("checkpoint_s", found.checkpointSeconds());
            line.put("fired", found.fired());
            line.put("decisions", found.decisions());
            line.put("firing_s", found.firingSeconds());
            line.put("decisions_per_s", decisionsPerSecond());
            line.put("checkpoints_while_firing", found.checkpoints());
            line.put("checkpoints_failed", found.checkpointsFailed());
            line.put("longest_checkpoint_s", found.longestCheckpointSeconds());
            return line;
        }

        long decisionsPerSecond() {
            return Math.round(found.decisions() / found.firingSeconds());
        }
    }

    private static Map<String, Object> begun(MemorySetup setup, String heap) {
        var line = new LinkedHashMap<String, Object>();
        line.put("population", setup.population().toString());
        line.put("backend", setup.backend().name().toLowerCase(Locale.ROOT));
        line.put("customers", setup.customers());
        line.put("tasks", setup.tasks());
        line.put("heap", heap);
        line.put("managed_mib", setup.managedMebibytes());
        line.put("checkpoint_interval_s", setup.checkpointSeconds());
        return line;
    }
}
