package dev.sendero.rules.trait;

import dev.sendero.rules.expression.Condition;

/**
 * The customers for whom a condition is true.
 *
 * @param condition over the profile, without segments
 */
public record Segment(String name, Condition condition) {}
