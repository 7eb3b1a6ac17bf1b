package dev.sendero.benchmarks.loop;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;

/**
 * A situation that was found.
 *
 * @param journey its number, from 0
 * @param key what the events agreed on; empty where nothing was asked
 * @param at when it was complete, milliseconds since 1970
 */
public record Found(int journey, CustomerId customer, String key, EventId first, EventId last, long at) {}
