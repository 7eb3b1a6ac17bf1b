package dev.sendero.cli.events;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the cells of a column hold: {@code types}. */
public enum ColumnType {
    STRING,
    NUMBER,
    BOOLEAN;

    /** As a column map writes it: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ColumnType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(ColumnType::word).toList();
    }

    /** The cell as a JSON value; empty when it does not hold what the type says. */
    Optional<Object> parse(String cell) {
        return switch (this) {
            case STRING -> Optional.of(cell);
            case NUMBER -> number(cell.strip());
            case BOOLEAN -> truth(cell.strip());
        };
    }

    private static Optional<Object> number(String cell) {
        try {
            return Optional.of(wholeOrFraction(cell));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    /** Whole numbers of 64 bits are Long, everything else is Double, as when JSON is read. */
    private static Object wholeOrFraction(String cell) {
        boolean whole = !cell.isEmpty() && cell.length() <= 18;
        for (int i = 0; i < cell.length() && whole; i++) {
            char character = cell.charAt(i);
            whole = (character >= '0' && character <= '9') || (character == '-' && i == 0 && cell.length() > 1);
        }
        if (whole) {
            return Long.parseLong(cell);
        }
        // Not Double.parseDouble alone: it takes "NaN", "1d" and "0x1p3".
        return new BigDecimal(cell).doubleValue();
    }

    private static Optional<Object> truth(String cell) {
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "true", "t", "yes", "1" -> Optional.of(true);
            case "false", "f", "no", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
