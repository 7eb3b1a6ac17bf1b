package dev.sendero.faults;

import java.nio.file.Path;

/**
 * Where faults are tried, and how often.
 *
 * @param folder for what the processes keep and log; each fault has a folder of its own below it
 * @param seed the first seed
 * @param seeds how many seeds those faults get that happen at a drawn moment, 1 or more
 */
public record Laboratory(Path folder, long seed, int seeds, Progress progress) {

    /** What a person who waits is told. */
    @FunctionalInterface
    public interface Progress {
        void say(String line);
    }

    Laboratory withSeed(long otherSeed) {
        return new Laboratory(folder, otherSeed, seeds, progress);
    }

    /** In a folder below this one's. */
    Laboratory in(String name) {
        return new Laboratory(folder.resolve(name), seed, seeds, progress);
    }
}
