package dev.sendero.api.message;

import dev.sendero.api.CustomerId;
import dev.sendero.api.JourneyId;
import dev.sendero.api.RunId;
import java.time.Instant;

/**
 * A run has left its journey: what it wanted to send and nobody has claimed yet is not to be sent any more.
 *
 * @param at the event time of the exit
 */
public record Cancellation(JourneyId journey, RunId run, CustomerId customer, Instant at, String reason)
        implements Outbound {}
