package dev.sendero.rules.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what somebody may have meant. */
public final class DidYouMean {

    /** Names that a hint lists when none is near; more would not be read. */
    private static final int MAX_LISTED = 12;

    private static final int MAX_WORD = 100;

    private DidYouMean() {}

    /** The known word that is nearest, if any is near: two letters may be different, in long words one in three. */
    public static Optional<String> nearest(String word, Collection<String> known) {
        if (word.length() > MAX_WORD) {
            return Optional.empty();
        }
        int allowed = word.length() < 4 ? 1 : Math.max(2, word.length() / 3);
        var distance = new LevenshteinDistance(allowed);
        String lower = word.toLowerCase(Locale.ROOT);
        record Candidate(String word, int distance) {}
        return new TreeSet<>(known)
                .stream()
                        .map(candidate ->
                                new Candidate(candidate, distance.apply(lower, candidate.toLowerCase(Locale.ROOT))))
                        .filter(candidate -> candidate.distance() >= 0)
                        .min(Comparator.comparingInt(Candidate::distance))
                        .map(Candidate::word);
    }

    /** {@code did you mean 'x'?}, or the known words when none is near and they are few, or nothing. */
    public static String hint(String word, Collection<String> known) {
        return nearest(word, known).map(near -> "did you mean '" + near + "'?").orElseGet(() -> listed(known));
    }

    private static String listed(Collection<String> known) {
        if (known.isEmpty() || known.size() > MAX_LISTED) {
            return "";
        }
        return new TreeSet<>(known).stream().collect(Collectors.joining(", ", "expected one of: ", ""));
    }
}
