package dev.sendero.api.connector;

import dev.sendero.api.CustomerId;
import dev.sendero.api.JourneyId;
import dev.sendero.api.RunId;
import dev.sendero.api.StepId;
import dev.sendero.api.message.MessageId;
import dev.sendero.api.message.Rendered;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * One attempt to deliver one message.
 *
 * @param group the subscription group; empty for actions
 * @param decidedAt the event time of the decision
 * @param attempt from 1
 * @param unsubscribe where one call ends what the customer agreed to; empty when there is nothing to end
 */
public record Delivery(
        MessageId id,
        JourneyId journey,
        RunId run,
        StepId step,
        CustomerId customer,
        String group,
        Rendered content,
        Instant decidedAt,
        int attempt,
        Optional<URI> unsubscribe) {}
