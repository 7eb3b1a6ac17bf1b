package dev.sendero.faults.disturbance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The time of day of a process, which can be set while it runs, by libfaketime. Durations pass as they do. */
public final class WrongClock {

    private static final String LIBRARY = "libfaketimeMT.so.1";
    private static final List<String> FOLDERS = List.of(
            "/usr/lib/x86_64-linux-gnu/faketime",
            "/usr/lib/aarch64-linux-gnu/faketime",
            "/usr/lib64/faketime",
            "/usr/local/lib/faketime");

    private final Path library;
    private final Path offset;

    private WrongClock(Path library, Path offset) {
        this.library = library;
        this.offset = offset;
    }

    /**
     * Right, until it is set.
     *
     * @param folder where it keeps how wrong it is
     * @return empty when libfaketime is not installed
     */
    public static Optional<WrongClock> in(Path folder) throws IOException {
        Optional<Path> library = FOLDERS.stream()
                .map(candidate -> Path.of(candidate, LIBRARY))
                .filter(Files::exists)
                .findFirst();
        if (library.isEmpty()) {
            return Optional.empty();
        }
        Files.createDirectories(folder);
        var clock = new WrongClock(library.get(), folder.resolve("clock"));
        clock.setWrongBy(Duration.ZERO);
        return Optional.of(clock);
    }

    /** The variables with which a process is started that is to have it. */
    public Map<String, String> environment() {
        return Map.of(
                "LD_PRELOAD",
                library.toString(),
                "FAKETIME_TIMESTAMP_FILE",
                offset.toString(),
                // Seconds until it looks again how wrong it is; to look every time makes a process crawl.
                "FAKETIME_CACHE_DURATION",
                "1",
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                // With it, waits of a virtual machine end at once or never.
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0");
    }

    /** @param ahead of the right time; negative for behind it */
    public void setWrongBy(Duration ahead) throws IOException {
        Path next = offset.resolveSibling("clock.next");
        Files.writeString(next, (ahead.isNegative() ? "" : "+") + ahead.toSeconds() + "\n");
        Files.move(next, offset, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
