package dev.sendero.rules.project;

import dev.sendero.rules.journey.ZoneChoice;
import java.time.LocalTime;

/**
 * When no message is sent on a channel: from a time of day, included, to another one, excluded, which may be on the next
 * day. What would be sent then waits for the end.
 *
 * @param to another time than {@code from}
 */
public record QuietHours(LocalTime from, LocalTime to, ZoneChoice zone) {}
