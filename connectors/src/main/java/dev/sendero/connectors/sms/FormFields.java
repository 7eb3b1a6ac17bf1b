package dev.sendero.connectors.sms;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The fields of a form as browsers send it ({@code application/x-www-form-urlencoded}), in the order of their names. */
record FormFields(SortedMap<String, List<String>> byName) {

    /** Empty for what is no such form. */
    static Optional<FormFields> read(String text) {
        var byName = new TreeMap<String, List<String>>();
        try {
            for (String pair : text.split("&")) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                if (!name.isEmpty()) {
                    byName.computeIfAbsent(name, absent -> new ArrayList<>())
                            .add(equals < 0 ? "" : decoded(pair.substring(equals + 1)));
                }
            }
            return Optional.of(new FormFields(byName));
        } catch (IllegalArgumentException brokenEscape) {
            return Optional.empty();
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    /** Empty when there is none. */
    String first(String name) {
        List<String> values = byName.get(name);
        return values == null ? "" : values.get(0);
    }

    /** 0 when there is none. */
    int number(String name) {
        String text = first(name);
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }
}
