package dev.sendero.rules.journey;

import dev.sendero.rules.expression.Condition;

/** An event of one name under a condition: {@code {event, where}}. */
public record EventMatch(String event, Condition where) {}
