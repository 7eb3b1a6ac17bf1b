package dev.sendero.courier;

import dev.sendero.api.message.Channel;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When to try again what a provider could not do.
 *
 * @param first the pause after the first attempt
 * @param factor by how much each pause is longer than the one before, 1 or more
 * @param longest the longest pause
 * @param giveUpAfter how long after it was planned a message is tried at most
 */
record RetrySchedule(Duration first, double factor, Duration longest, Duration giveUpAfter) {

    /** How much a pause may differ from its length, so that what failed together does not come back together. */
    private static final double JITTER = 0.2;

    static RetrySchedule of(Channel channel) {
        return switch (channel) {
            // RFC 5321, 4.5.4.1: a sender waits, and gives up after days.
            case EMAIL -> new RetrySchedule(Duration.ofMinutes(1), 3, Duration.ofHours(4), Duration.ofDays(4));
            case SMS, PUSH, SLACK, CRM ->
                new RetrySchedule(Duration.ofSeconds(10), 3, Duration.ofMinutes(30), Duration.ofHours(24));
            // Standard Webhooks: about ten tries over 75 hours.
            case WEBHOOK -> new RetrySchedule(Duration.ofSeconds(5), 4, Duration.ofHours(20), Duration.ofHours(75));
        };
    }

    /** @param attempt the one that failed, from 1 */
    Duration pauseAfter(int attempt, RandomGenerator random) {
        double millis = Math.min(first.toMillis() * Math.pow(factor, attempt - 1.0), (double) longest.toMillis());
        double spread = 1 + JITTER * (2 * random.nextDouble() - 1);
        return Duration.ofMillis(Math.round(millis * spread));
    }
}
