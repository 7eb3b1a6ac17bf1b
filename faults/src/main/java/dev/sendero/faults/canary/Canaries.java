package dev.sendero.faults.canary;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What no line of a log may hold: secrets and what is said to customers, also as base64, and their addresses. */
public final class Canaries {

    /** Of {@code Came}'s customers: telephone numbers and addresses of mail. */
    private static final String ADDRESSES = "\\+?1202555\\d{4}|[A-Za-z0-9-]+-\\d+(?:@|%40)example\\.com";

    private static final int BYTES_OF_A_GROUP = 3;
    private static final int CHARACTERS_OF_A_GROUP = 4;

    private final Pattern pattern;

    /** @param words none of them short */
    public Canaries(Collection<String> words) {
        var alternatives = new ArrayList<String>();
        for (String word : words) {
            alternatives.add(Pattern.quote(word));
            base64(word).stream().map(Pattern::quote).forEach(alternatives::add);
        }
        alternatives.add(ADDRESSES);
        pattern = Pattern.compile(alternatives.stream().distinct().collect(Collectors.joining("|")));
    }

    /**
     * What of a word stands in the base64 of any text around it: it depends on where in a group of three bytes it begins, and
     * the groups that it shares with others are left out.
     */
    private static List<String> base64(String word) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        var parts = new ArrayList<String>();
        for (int before = 0; before < BYTES_OF_A_GROUP; before++) {
            int from = (BYTES_OF_A_GROUP - before) % BYTES_OF_A_GROUP;
            int whole = (bytes.length - from) / BYTES_OF_A_GROUP * BYTES_OF_A_GROUP;
            byte[] groups = java.util.Arrays.copyOfRange(bytes, from, from + whole);
            String part = Base64.getEncoder().encodeToString(groups);
            if (part.length() >= 2 * CHARACTERS_OF_A_GROUP) {
                parts.add(part);
            }
        }
        return parts;
    }

    /** The first that a line holds. */
    Optional<String> in(String line) {
        Matcher found = pattern.matcher(line);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }
}
