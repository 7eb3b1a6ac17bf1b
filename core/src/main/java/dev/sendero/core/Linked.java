package dev.sendero.core;

import dev.sendero.api.event.Event;
import java.time.Instant;
import java.util.List;

/**
 * A user has logged in on a device, and what the device did before is the user's.
 *
 * @param at when; not before any of the history
 * @param history events of the user by now, in {@link Event#ORDER}
 */
public record Linked(Instant at, List<Past> history) {

    public record Past(Event event, Admission admission) {}
}
