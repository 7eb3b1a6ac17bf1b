package dev.sendero.engine.cep;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/** Parts of Java source. */
final class JavaText {

    private JavaText() {}

    static String string(String text) {
        var literal = new StringBuilder("\"");
        for (int index = 0; index < text.length(); index++) {
            char each = text.charAt(index);
            switch (each) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                default -> {
                    if (each < ' ' || each > '~') {
                        literal.append("\\u").append(String.format(Locale.ROOT, "%04x", (int) each));
                    } else {
                        literal.append(each);
                    }
                }
            }
        }
        return literal.append('"').toString();
    }

    /** {@code Duration.ofDays(3)}, in the largest unit that is exact. */
    static String duration(Duration duration) {
        long millis = duration.toMillis();
        if (millis % 86_400_000 == 0) {
            return "Duration.ofDays(" + duration.toDays() + ")";
        }
        if (millis % 3_600_000 == 0) {
            return "Duration.ofHours(" + duration.toHours() + ")";
        }
        if (millis % 60_000 == 0) {
            return "Duration.ofMinutes(" + duration.toMinutes() + ")";
        }
        return millis % 1_000 == 0
                ? "Duration.ofSeconds(" + duration.toSeconds() + ")"
                : "Duration.ofMillis(" + millis + ")";
    }

    static String map(Map<String, String> map) {
        if (map.isEmpty()) {
            return "Map.of()";
        }
        return map.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> "Map.entry(" + string(entry.getKey()) + ", " + string(entry.getValue()) + ")")
                .collect(Collectors.joining(", ", "Map.ofEntries(", ")"));
    }

    /**
     * A name for the method of a journey: {@code abandonedCart} for {@code abandoned-cart}.
     *
     * @param taken names that others have; the new one is added
     */
    static String method(String journey, Set<String> taken) {
        var name = new StringBuilder();
        boolean upper = false;
        for (int index = 0; index < journey.length(); index++) {
            char each = journey.charAt(index);
            if (each == '-' || each == '_') {
                upper = name.length() > 0;
            } else {
                name.append(upper ? Character.toUpperCase(each) : each);
                upper = false;
            }
        }
        String plain = SourceVersion.isName(name) ? name.toString() : "journey" + name;
        String free = plain;
        for (int number = 2; !taken.add(free); number++) {
            free = plain + "_" + number;
        }
        return free;
    }
}
