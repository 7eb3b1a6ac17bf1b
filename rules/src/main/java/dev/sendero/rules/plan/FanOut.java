package dev.sendero.rules.plan;

import java.time.Duration;

/**
 * An event about an item reaches the customers who are interested in it, and nobody else: not who sent it.
 *
 * @param event the name of the event about an item
 * @param by the property that says which item, in both events
 * @param interest the name of the event by which a customer shows interest in an item
 * @param over how long an interest lasts
 * @param atMost how many customers an event reaches: those who showed interest last
 */
public record FanOut(String event, String by, String interest, Duration over, int atMost) {

    /** How many customers may be kept of one item. */
    public static final int MOST = 1_000_000;

    /** How many customers an event reaches where nothing is said. */
    public static final int USUALLY_AT_MOST = 100_000;
}
