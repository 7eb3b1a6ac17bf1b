package dev.sendero.faults;

import java.nio.file.Path;

/**
 * Where faults are tried.
 *
 * @param folder for what the processes keep and log; each fault has a folder of its own below it
 * @param seed of what is drawn
 */
public record Laboratory(Path folder, long seed, Progress progress) {

    /** What a person who waits is told. */
    @FunctionalInterface
    public interface Progress {
        void say(String line);
    }

    Laboratory withSeed(long otherSeed) {
        return new Laboratory(folder, otherSeed, progress);
    }

    /** In a folder below this one's. */
    Laboratory in(String name) {
        return new Laboratory(folder.resolve(name), seed, progress);
    }
}
