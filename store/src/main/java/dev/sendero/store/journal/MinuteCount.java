package dev.sendero.store.journal;

import dev.sendero.api.fact.FactType;
import java.time.Instant;

/** @param minute the beginning of the minute, in event time */
public record MinuteCount(Instant minute, FactType type, long count) {}
