package dev.sendero.faults.canary;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What no line of a log may hold: secrets and what is said to customers, also as base64, and their addresses. */
public final class Canaries {

    private static final int BYTES_OF_A_GROUP = 3;
    private static final int CHARACTERS_OF_A_GROUP = 4;

    /** Of customers who come: numbers and addresses of mail. What stands first is looked for before, as that is faster. */
    private static final Map<String, Pattern> ADDRESSES = Map.of(
            "1202555", Pattern.compile("1202555\\d{4}"),
            "example.com", Pattern.compile("[A-Za-z0-9]-\\d+(?:@|%40)example\\.com"));

    private final Set<String> words = new TreeSet<>();

    /** @param words none of them short */
    public Canaries(Collection<String> words) {
        for (String word : words) {
            this.words.add(word);
            this.words.addAll(base64(word));
        }
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
            byte[] groups = Arrays.copyOfRange(bytes, from, from + whole);
            String part = Base64.getEncoder().encodeToString(groups);
            if (part.length() >= 2 * CHARACTERS_OF_A_GROUP) {
                parts.add(part);
            }
        }
        return parts;
    }

    /** One that a line holds. */
    Optional<String> in(String line) {
        for (String word : words) {
            if (line.contains(word)) {
                return Optional.of(word);
            }
        }
        for (Map.Entry<String, Pattern> address : ADDRESSES.entrySet()) {
            if (line.contains(address.getKey())) {
                Matcher found = address.getValue().matcher(line);
                if (found.find()) {
                    return Optional.of(found.group());
                }
            }
        }
        return Optional.empty();
    }
}
