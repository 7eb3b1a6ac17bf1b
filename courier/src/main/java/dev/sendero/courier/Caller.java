package dev.sendero.courier;

import dev.sendero.api.connector.Connector;
import dev.sendero.api.connector.Delivery;
import dev.sendero.api.connector.Outcome;
import dev.sendero.api.log.WithoutWords;
import dev.sendero.api.message.Content;
import dev.sendero.api.message.Message;
import dev.sendero.api.message.Rendered;
import dev.sendero.rules.template.CustomerLinks;
import dev.sendero.rules.template.RenderFailure;
import dev.sendero.rules.template.Renderer;
import dev.sendero.store.ledger.Claim;
import dev.sendero.store.ledger.LedgerEntry;
import dev.sendero.store.ledger.Result;
import dev.sendero.store.suppression.Suppression;
import dev.sendero.store.suppression.Suppressions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out one claim: looks again whether the message may still go out, renders it and calls the provider. */
final class Caller {

    private static final Logger LOG = LoggerFactory.getLogger(Caller.class);
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final SecondLook secondLook;
    private final ContentCache contents;
    private final Renderer renderer;
    private final Suppressions suppressions;
    private final Optional<CustomerLinks> links;
    private final InstantSource clock;

    Caller(
            SecondLook secondLook,
            ContentCache contents,
            Renderer renderer,
            Suppressions suppressions,
            Optional<CustomerLinks> links,
            InstantSource clock) {
        this.secondLook = secondLook;
        this.contents = contents;
        this.renderer = renderer;
        this.suppressions = suppressions;
        this.links = links;
        this.clock = clock;
    }

    /** Never throws. */
    Attempt carryOut(Claim claim, Connector connector) {
        Message message = claim.message();
        Instant now = clock.instant();
        Optional<Result> objection;
        try {
            objection = secondLook.objection(message, now);
        } catch (RuntimeException unavailable) {
            LOG.warn("message {}: the store does not say whether it may still go out", message.id(), unavailable);
            return notCalled(claim, new Result.Postponed("the store was not available", later(claim, now)));
        }
        if (objection.isPresent()) {
            return notCalled(claim, objection.get());
        }
        Optional<Content> content = contents.find(message.content());
        if (content.isEmpty()) {
            return notCalled(claim, new Result.Postponed("its content is not published yet", later(claim, now)));
        }
        Rendered rendered;
        try {
            rendered = rendered(content.get(), message);
        } catch (RenderFailure failed) {
            return notCalled(claim, new Result.Failed(String.valueOf(failed.getMessage())));
        } catch (RuntimeException | StackOverflowError failed) {
            LOG.error("message {}: cannot be rendered", message.id(), new WithoutWords(failed));
            return notCalled(
                    claim,
                    new Result.Failed("the template cannot be rendered: "
                            + failed.getClass().getSimpleName()));
        }
        Optional<Suppression> suppressed;
        try {
            suppressed = suppressions.find(message.channel(), rendered.to());
        } catch (RuntimeException unavailable) {
            LOG.warn("message {}: the store does not say whether its address is suppressed", message.id(), unavailable);
            return notCalled(claim, new Result.Postponed("the store was not available", later(claim, now)));
        }
        if (suppressed.isPresent()) {
            return notCalled(claim, new Result.Suppressed(suppressed.get().reason()));
        }
        return new Attempt.Called(
                claim, rendered.to(), call(connector, deliveryOf(message, claim.attempt(), rendered)));
    }

    private static Outcome call(Connector connector, Delivery delivery) {
        try {
            return connector.send(delivery);
        } catch (Throwable fault) {
            // A connector that throws breaks its word, and how far it came nobody knows.
            LOG.error("message {}: the connector failed", delivery.id(), new WithoutWords(fault));
            return new Outcome.Ambiguous(
                    "the connector failed: " + fault.getClass().getSimpleName());
        }
    }

    /** What was sent at the last attempt for a message; empty when its content is not known, or cannot be rendered. */
    Optional<Delivery> deliveryOf(LedgerEntry entry) {
        Message message = entry.message();
        Optional<Content> content = contents.find(message.content());
        if (content.isEmpty()) {
            return Optional.empty();
        }
        try {
            Rendered rendered = rendered(content.get(), message);
            return Optional.of(deliveryOf(message, entry.attempts(), rendered));
        } catch (RenderFailure | RuntimeException | StackOverflowError failed) {
            LOG.error("message {}: cannot be rendered again", message.id(), new WithoutWords(failed));
            return Optional.empty();
        }
    }

    private Delivery deliveryOf(Message message, int attempt, Rendered rendered) {
        return new Delivery(
                message.id(),
                message.journey(),
                message.run(),
                message.step(),
                message.customer(),
                message.group(),
                rendered,
                message.at(),
                attempt,
                links.flatMap(made -> made.unsubscribe(message)));
    }

    private Rendered rendered(Content content, Message message) throws RenderFailure {
        return renderer.render(
                content,
                message.to(),
                links.map(made -> made.variables(message)).orElseGet(message::variables));
    }

    /** The longer it has waited, the later. */
    private static Instant later(Claim claim, Instant now) {
        Duration wait = Duration.between(claim.plannedAt(), now).dividedBy(2);
        if (wait.compareTo(SHORTEST_WAIT) < 0) {
            wait = SHORTEST_WAIT;
        }
        return now.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }

    private static Attempt notCalled(Claim claim, Result result) {
        return new Attempt.NotCalled(claim, result);
    }
}
