package dev.sendero.cli.backtest;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** How much memory this process has taken at most. */
final class PeakMemory {

    private static final Path STATUS = Path.of("/proc/self/status");

    /** "Peak resident set size" (Linux, proc_pid_status(5)), in KiB. */
    private static final String PEAK_RESIDENT = "VmHWM:";

    private PeakMemory() {}

    /** In words: of the heap and, where the machine tells, of the whole process. */
    static String words() {
        String heap = mebibytes(heapBytes()) + " of heap";
        return processBytes().map(bytes -> mebibytes(bytes) + ", " + heap).orElse(heap);
    }

    private static String mebibytes(long bytes) {
        return String.format(Locale.ROOT, "%,d MiB", bytes >> 20);
    }

    /** The sum of what each part of the heap has held at most, garbage included: at least as much as all at one time. */
    private static long heapBytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    private static Optional<Long> processBytes() {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith(PEAK_RESIDENT))
                    .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) << 10)
                    .findFirst();
        } catch (IOException notLinux) {
            return Optional.empty();
        }
    }
}
