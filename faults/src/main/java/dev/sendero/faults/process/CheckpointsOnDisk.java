package dev.sendero.faults.process;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The checkpoints of one job, as its folder shows them: a folder each, with metadata once it is complete. */
public final class CheckpointsOnDisk {

    private static final String PREFIX = "chk-";
    private static final Duration RECOVERY = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(10);

    private final Path folder;

    public CheckpointsOnDisk(Path folder) {
        this.folder = folder;
    }

    /** The number of the newest checkpoint that has been begun; 0 when there is none. */
    public long newest() {
        return numbers().max().orElse(0);
    }

    /** The number of the newest checkpoint that is complete; 0 when there is none. */
    public long newestComplete() {
        return numbers().filter(this::isComplete).max().orElse(0);
    }

    public boolean isOneUnderWay() {
        long newest = newest();
        return newest > 0 && !isComplete(newest);
    }

    /** Waits until a checkpoint with a larger number is complete, and returns when it was. */
    public Instant awaitAfter(long number) {
        Awaitility.await("a checkpoint after the " + number + "th")
                .atMost(RECOVERY)
                .pollDelay(Duration.ZERO)
                .pollInterval(POLL)
                .until(() -> newestComplete() > number);
        long first = numbers()
                .filter(next -> next > number && isComplete(next))
                .min()
                .orElseThrow();
        return Instant.ofEpochMilli(metadataOf(first).lastModified());
    }

    private LongStream numbers() {
        String[] names = folder.toFile().list();
        return names == null
                ? LongStream.empty()
                : Stream.of(names)
                        .filter(name -> name.startsWith(PREFIX))
                        .mapToLong(name -> Long.parseLong(name.substring(PREFIX.length())));
    }

    private boolean isComplete(long number) {
        return metadataOf(number).exists();
    }

    private File metadataOf(long number) {
        return new File(folder.toFile(), PREFIX + number + "/_metadata");
    }
}
