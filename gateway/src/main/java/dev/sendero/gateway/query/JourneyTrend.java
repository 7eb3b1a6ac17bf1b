package dev.sendero.gateway.query;

import java.util.List;

/**
 * How a journey went over time: lists of equal length, oldest first.
 *
 * @param bucketSeconds how much time one place in the lists stands for
 * @param times where each bucket begins, seconds since 1970-01-01T00:00Z, event time
 */
public record JourneyTrend(
        long bucketSeconds, List<Long> times, List<Long> entered, List<Long> messages, List<Long> converted) {}
