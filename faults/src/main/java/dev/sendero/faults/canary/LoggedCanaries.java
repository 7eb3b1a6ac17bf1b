package dev.sendero.faults.canary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What was found in the logs of a folder.
 *
 * @param files how many logs were read
 * @param lines how many lines they have
 * @param bytes how long they are together
 * @param findings at most {@value #MOST_FINDINGS}
 */
public record LoggedCanaries(int files, long lines, long bytes, List<Finding> findings) {

    private static final int MOST_FINDINGS = 50;

    /** Those of processes; not a broker's segments, which hold customers' events and are no logs for people. */
    private static final Pattern LOG = Pattern.compile("(?!\\d{20}\\.).+\\.log(\\.\\d+)?");

    /** @param line from 1 */
    public record Finding(Path file, long line, String canary) {
        @Override
        public String toString() {
            return file + ":" + line + ": " + canary;
        }
    }

    /** Reads every log below a folder. */
    public static LoggedCanaries below(Path folder, Canaries canaries) throws IOException {
        List<Path> logs;
        try (Stream<Path> all = Files.walk(folder)) {
            logs = all.filter(Files::isRegularFile)
                    .filter(file -> LOG.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
        long lines = 0;
        long bytes = 0;
        var findings = new ArrayList<Finding>();
        for (Path log : logs) {
            bytes += Files.size(log);
            lines += read(log, canaries, findings);
        }
        return new LoggedCanaries(
                logs.size(), lines, bytes, findings.subList(0, Math.min(findings.size(), MOST_FINDINGS)));
    }

    private static long read(Path log, Canaries canaries, List<Finding> findings) throws IOException {
        long number = 0;
        // Bytes that are no UTF-8 are replaced: a log may be cut off anywhere.
        try (var lines = new BufferedReader(new InputStreamReader(Files.newInputStream(log), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                Optional<String> found = canaries.in(line);
                if (found.isPresent() && findings.size() < MOST_FINDINGS) {
                    findings.add(new Finding(log, number, found.get()));
                }
            }
        }
        return number;
    }

    /** For people, on one line or more. */
    public String text() {
        String read = "%d logs, %,d lines, %,d bytes".formatted(files, lines, bytes);
        if (findings.isEmpty()) {
            return "No secret, address or text of a customer in any of " + read + ".";
        }
        var text = new StringBuilder("LEAKED into " + read + ":");
        findings.forEach(finding -> text.append("\n  ").append(finding));
        return text.toString();
    }
}
