package dev.sendero.rules.expression;

import java.util.Set;

/**
 * An item of a trigger that has a name.
 *
 * @param events what it may be, by name; empty when it may be any event
 * @param repeated whether it has {@code times}, so that {@code all} lists its events
 */
public record CapturedItem(Set<String> events, boolean repeated) {}
