package dev.sendero.cli.explain;

import java.time.Instant;
import java.util.Map;

/**
 * One time that a journey might have been entered and was not.
 *
 * @param event the name of the event at which it ended; empty for a time
 * @param condition what did not hold first, as the journey writes it
 * @param text why not, for people
 * @param details the values that the condition looked at, by path, and {@code missing}
 */
record Attempt(Instant at, String event, String condition, String text, Map<String, Object> details) {}
