package dev.sendero.benchmarks.memory;

import java.nio.file.Path;
import org.apache.flink.runtime.checkpoint.AbstractCheckpointStats;

/** Lets a population do what it does and looks at what is kept of it. */
final class BytesMeasure {

    private BytesMeasure() {}

    static BytesFound take(MemorySetup setup, Path folder) throws Exception {
        Population population = setup.people();
        CustomersByCore core = CustomersByCore.of(population);
        try (var job = MemoryJob.start(population, setup, folder)) {
            job.await(population.end());
            AbstractCheckpointStats checkpoint = job.checkpoint();
            long checkpointBytes = StateSize.of(job.folderOf(checkpoint));
            return new BytesFound(core.live(), core.bytes(), checkpointBytes, StateSize.of(job.savepoint()));
        }
    }
}
