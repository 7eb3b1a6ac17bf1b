package dev.sendero.rules.expression;

import java.util.Map;
import java.util.Set;

/**
 * What an expression may name, from where it stands in a file.
 *
 * @param events what {@code event} may be, by name; empty when it may be any event
 * @param captured the trigger's items that have a name, by that name
 */
public record Vocabulary(Use use, Set<String> events, Map<String, CapturedItem> captured) {}
