package dev.sendero.benchmarks.report;

import dev.sendero.benchmarks.contender.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether all contenders with the same journeys and events have found the same situations. */
public final class Agreement {

    private static final int SHOWN = 5;

    private record Same(long seed, int journeys, long events, int customers) {}

    private record Said(Setup setup, List<String> lines) {}

    private final Map<Same, Said> first = new HashMap<>();

    /** Whether somebody has said something to compare with. */
    public boolean knows(Setup setup) {
        return first.containsKey(sameAs(setup));
    }

    /**
     * Compares with what was said first.
     *
     * @param situations a line for each, sorted
     * @return the difference in words; empty when there is none
     * @throws IOException when the file cannot be read
     */
    public Optional<String> compare(Setup setup, Path situations) throws IOException {
        var said = new Said(setup, Files.readAllLines(situations));
        Said other = first.putIfAbsent(sameAs(setup), said);
        if (other == null || other.lines().equals(said.lines())) {
            return Optional.empty();
        }
        return Optional.of(difference(other, said));
    }

    private static Same sameAs(Setup setup) {
        return new Same(setup.seed(), setup.journeys(), setup.events(), setup.customers());
    }

    private static String difference(Said left, Said right) {
        var onlyLeft = new ArrayList<String>();
        var onlyRight = new ArrayList<String>();
        int l = 0;
        int r = 0;
        while (l < left.lines().size() || r < right.lines().size()) {
            int order = order(left.lines(), l, right.lines(), r);
            if (order < 0) {
                onlyLeft.add(left.lines().get(l));
            } else if (order > 0) {
                onlyRight.add(right.lines().get(r));
            }
            l += order <= 0 ? 1 : 0;
            r += order >= 0 ? 1 : 0;
        }
        return "%d journeys, %,d events: they do not find the same\n%s%s"
                .formatted(
                        left.setup().journeys(),
                        left.setup().events(),
                        only(left.setup(), onlyLeft),
                        only(right.setup(), onlyRight));
    }

    private static int order(List<String> left, int l, List<String> right, int r) {
        if (l == left.size()) {
            return 1;
        }
        return r == right.size() ? -1 : left.get(l).compareTo(right.get(r));
    }

    private static String only(Setup setup, List<String> lines) {
        var text = new StringBuilder(
                "  %,d only by %s on %s\n".formatted(lines.size(), setup.contender(), setup.backend()));
        lines.stream()
                .limit(SHOWN)
                .forEach(line -> text.append("    ").append(line).append('\n'));
        return text.toString();
    }
}
