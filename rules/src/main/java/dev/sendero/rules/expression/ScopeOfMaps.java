package dev.sendero.rules.expression;

import java.time.Instant;
import java.util.Map;

/** A scope whose maps have been made. */
record ScopeOfMaps(
        Map<String, Object> event,
        Map<String, Object> profile,
        Map<String, Object> run,
        Map<String, Object> captured,
        Instant now)
        implements Scope {}
