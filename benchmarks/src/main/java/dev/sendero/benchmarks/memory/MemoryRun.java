package dev.sendero.benchmarks.memory;

import dev.sendero.benchmarks.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.util.FileUtils;

/** One run, in a process of its own. */
final class MemoryRun {

    private final String heap;
    private final ChildProcess processes;

    /** @param heap as Java's option {@code -Xmx} has it */
    MemoryRun(String heap) {
        this.heap = heap;
        this.processes = new ChildProcess(List.of("-Xmx" + heap, "-XX:+UseParallelGC"));
    }

    MemoryResult take(MemorySetup setup) throws ChildProcess.RunFailed, IOException, InterruptedException {
        Path folder = Files.createTempDirectory("bench-memory");
        try {
            return setup.population() == PopulationName.WAITING
                    ? new MemoryResult.Deadlines(setup, heap, run(setup, folder, DeadlinesFound.class))
                    : new MemoryResult.Bytes(setup, heap, run(setup, folder, BytesFound.class));
        } finally {
            FileUtils.deleteDirectory(folder.toFile());
        }
    }

    private <T> T run(MemorySetup setup, Path folder, Class<T> type)
            throws ChildProcess.RunFailed, IOException, InterruptedException {
        return processes.run(MemoryProcess.class, setup, folder, MemoryProcess.FOUND, type);
    }
}
