package dev.sendero.benchmarks.reload;

import dev.sendero.api.json.WireJson;
import dev.sendero.benchmarks.reload.Decisions.Seen;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** What the two runs come to. */
final class ReloadReport {

    private final List<Edit> edits;
    private final Decisions changed;
    private final Decisions reference;

    ReloadReport(List<Edit> edits, Decisions changed, Decisions reference) {
        this.edits = edits;
        this.changed = changed;
        this.reference = reference;
    }

    /** Whether every decision is that of the reference, and no version came too late. */
    boolean isFine() {
        return differences() == 0 && late() == 0;
    }

    private long late() {
        return changed.published().stream()
                .filter(seen -> seen.fact().reason().endsWith("late"))
                .count();
    }

    /** How many decisions one of the two has and the other has not. */
    private long differences() {
        long[] left = changed.sorted();
        long[] right = reference.sorted();
        int i = 0;
        int j = 0;
        long differences = 0;
        while (i < left.length && j < right.length) {
            if (left[i] == right[j]) {
                i++;
                j++;
            } else {
                differences++;
                if (left[i] < right[j]) {
                    i++;
                } else {
                    j++;
                }
            }
        }
        return differences + (left.length - i) + (right.length - j);
    }

    void print(PrintStream out, Map<String, Object> setting) {
        var figures = new LinkedHashMap<String, Object>(setting);
        List<Long> inForce = new ArrayList<>();
        List<Long> firstEvent = new ArrayList<>();
        List<Long> firstDecision = new ArrayList<>();
        List<Long> afterEffective = new ArrayList<>();
        for (Edit edit : edits) {
            publishedFact(edit).ifPresent(at -> inForce.add(at - edit.publishedAt()));
            if (edit.kind().opens()) {
                firstEntry(edit).stream().findFirst().ifPresent(seen -> {
                    firstEvent.add(seen.fact().at().toEpochMilli() - edit.publishedAt());
                    firstDecision.add(seen.at() - edit.publishedAt());
                    afterEffective.add(
                            seen.at() - edit.publication().effectiveAt().toEpochMilli());
                });
            }
        }
        put(figures, "published_to_first_event_decided_ms", firstEvent);
        put(figures, "published_to_in_force_seen_ms", inForce);
        put(figures, "published_to_first_decision_seen_ms", firstDecision);
        put(figures, "effective_to_first_decision_seen_ms", afterEffective);
        long[] seconds = changed.eventsInSeconds();
        figures.put("throughput_median", seconds.length == 0 ? 0 : seconds[seconds.length / 2]);
        figures.put("throughput_worst_second", seconds.length == 0 ? 0 : seconds[0]);
        figures.put("greatest_lag_ms", changed.greatestLag());
        figures.put("entries", changed.entries().size());
        figures.put("versions_late", late());
        figures.put("versions_in_force", inForce.size());
        figures.put("decisions", changed.sorted().length);
        figures.put("decisions_of_reference", reference.sorted().length);
        figures.put("differences", differences());
        figures.forEach((name, value) -> out.printf("%-42s %s%n", name, value));
        out.println(new String(WireJson.write(figures), StandardCharsets.UTF_8));
    }

    private OptionalLong publishedFact(Edit edit) {
        return changed.published().stream()
                .filter(seen -> seen.fact().journey().equals(edit.publication().journey())
                        && seen.fact().version().equals(edit.publication().version())
                        && !seen.fact().at().isBefore(edit.publication().effectiveAt()))
                .mapToLong(Seen::at)
                .findFirst();
    }

    private List<Seen> firstEntry(Edit edit) {
        return changed.entries().stream()
                .filter(seen -> seen.fact().journey().equals(edit.publication().journey())
                        && seen.fact().version().equals(edit.publication().version())
                        && !seen.fact().at().isBefore(edit.publication().effectiveAt()))
                .limit(1)
                .toList();
    }

    private static void put(Map<String, Object> figures, String name, List<Long> values) {
        long[] sorted = values.stream().mapToLong(Long::longValue).sorted().toArray();
        for (int percent : new int[] {50, 99}) {
            figures.put(name + "_p" + percent, sorted.length == 0 ? "none" : at(sorted, percent));
        }
    }

    private static long at(long[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
    }
}
