package dev.sendero.faults.load;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Customers of one trial, who come once.
 *
 * @param name with which their ids begin: letters, digits and hyphens
 * @param first number of the first of them, other than in any other trial of the same project
 */
public record Arrivers(String name, int first, int count) {

    /** What no log may ever hold: it is in the events, and in what providers get. */
    public static final String CANARY = "CANARY-9f31-body";

    /** Comes with it, as if a customer had typed it: in the header of a mail it must not become another one. */
    private static final String ATTACK = "\r\nBcc: eve@example.org\r\n\r\n.\r\n<script>{{ 7 | times: 7 }}</script>";

    private static final int FIRST_PHONE = 5_550_000;

    public List<String> customers() {
        return IntStream.range(first, first + count)
                .mapToObj(number -> name + "-" + number)
                .toList();
    }

    /** The event with which each of some of them comes. */
    public List<Event> come(int from, int until, Instant at) {
        return IntStream.range(first + from, first + until)
                .mapToObj(number -> come(number, at))
                .toList();
    }

    private Event come(int number, Instant at) {
        String customer = name + "-" + number;
        return Event.track(
                new EventId("came-" + customer),
                TrialProject.CAME,
                new CustomerId(customer),
                at,
                Map.of("phone", "+1202" + (FIRST_PHONE + number), "canary", CANARY + ATTACK));
    }
}
