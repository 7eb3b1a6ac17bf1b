package dev.sendero.benchmarks.memory;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.runtime.checkpoint.AbstractCheckpointStats;
import org.apache.flink.runtime.checkpoint.CheckpointStatsStatus;

/** Lets customers wait, and then lets a minute of event time pass in which many of them have waited long enough. */
final class DeadlinesMeasure {

    private static final Path PROCESS = Path.of("/proc/self/status");

    private DeadlinesMeasure() {}

    static DeadlinesFound take(MemorySetup setup, Path folder) throws Exception {
        Population population = setup.people();
        long began = System.nanoTime();
        try (var job = MemoryJob.start(population, setup, folder)) {
            job.await(population.end());
            double loadSeconds = secondsSince(began);
            AbstractCheckpointStats whole = job.checkpoint();
            long checkpointBytes = StateSize.of(job.folderOf(whole));
            long heap = heapMebibytes();
            long process = processMebibytes();

            long firedBefore = job.desk().messages().get();
            long factsBefore = job.desk().facts().get();
            Instant due = population
                    .event()
                    .apply(0)
                    .timestamp()
                    .plus(Population.SILENCE)
                    .plus(Duration.ofMinutes(1))
                    .minusMillis(1);
            long firingFrom = System.currentTimeMillis();
            long firing = System.nanoTime();
            job.desk().advanceTo(due);
            CompletableFuture<?> during = job.triggerCheckpoint();
            job.await(due);
            double firingSeconds = secondsSince(firing);
            during.handle((path, failure) -> path).get();

            List<AbstractCheckpointStats> checkpoints = job.statistics().getHistory().getCheckpoints().stream()
                    .filter(checkpoint -> checkpoint.getTriggerTimestamp()
                                    <= firingFrom + (long) (firingSeconds * 1_000)
                            && checkpoint.getTriggerTimestamp() + checkpoint.getEndToEndDuration() >= firingFrom)
                    .toList();
            long fired = job.desk().messages().get() - firedBefore;
            return new DeadlinesFound(
                    loadSeconds,
                    heap,
                    process,
                    checkpointBytes,
                    whole.getEndToEndDuration() / 1_000.0,
                    fired,
                    fired + job.desk().facts().get() - factsBefore,
                    firingSeconds,
                    checkpoints.size(),
                    checkpoints.stream()
                            .filter(checkpoint -> checkpoint.getStatus() == CheckpointStatsStatus.FAILED)
                            .count(),
                    checkpoints.stream()
                                    .mapToLong(AbstractCheckpointStats::getEndToEndDuration)
                                    .max()
                                    .orElse(0)
                            / 1_000.0);
        }
    }

    private static double secondsSince(long nanos) {
        return Math.round((System.nanoTime() - nanos) / 1e6) / 1e3;
    }

    private static long heapMebibytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }

    /** 0 where the operating system does not say. */
    private static long processMebibytes() throws IOException {
        if (Files.notExists(PROCESS)) {
            return 0;
        }
        return Files.readAllLines(PROCESS).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                .findFirst()
                .orElse(0);
    }
}
