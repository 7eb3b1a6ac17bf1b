package dev.sendero.engine.cep;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A string over the letters of an alphabet, and the time between each two of them: none, a millisecond, the unit of
 * time of all shapes, or a millisecond more or less than that.
 *
 * @param letters in base 4
 * @param gaps in base 5
 */
record History(int length, long letters, long gaps) {

    static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private static final int[] GAP_MILLIS = {0, 1, 9_999, 10_000, 10_001};

    /**
     * All strings of a length.
     *
     * @param gapsEach with so many choices of gaps each, drawn by the string; or with all choices, if there are no more
     */
    static void ofLength(int length, int gapsEach, Consumer<History> to) {
        long choices = power(GAP_MILLIS.length, length - 1);
        for (long letters = 0; letters < power(Alphabet.SIZE, length); letters++) {
            if (choices <= gapsEach) {
                for (long gaps = 0; gaps < choices; gaps++) {
                    to.accept(new History(length, letters, gaps));
                }
            } else {
                var random = new Random(length + 31 * letters);
                for (int gaps :
                        random.ints(0, (int) choices).distinct().limit(gapsEach).toArray()) {
                    to.accept(new History(length, letters, gaps));
                }
            }
        }
    }

    private static long power(int base, int exponent) {
        return IntStream.range(0, exponent).mapToLong(factor -> base).reduce(1, (left, right) -> left * right);
    }

    /** In the order in which they are to be applied. */
    List<Event> events(Alphabet alphabet) {
        var customer = new CustomerId("history-" + length + "-" + letters + "-" + gaps);
        var events = new ArrayList<Event>(length);
        long millis = 0;
        for (int index = 0; index < length; index++) {
            int letter = (int) (letters / power(Alphabet.SIZE, index) % Alphabet.SIZE);
            if (index > 0) {
                millis += GAP_MILLIS[(int) (gaps / power(GAP_MILLIS.length, index - 1) % GAP_MILLIS.length)];
            }
            events.add(alphabet.event(letter, customer, new EventId("e" + index), START.plusMillis(millis)));
        }
        return events;
    }
}
