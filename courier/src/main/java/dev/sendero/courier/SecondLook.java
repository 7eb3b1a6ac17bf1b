package dev.sendero.courier;

import dev.sendero.api.message.Message;
import dev.sendero.rules.journey.Step;
import dev.sendero.store.consent.ConsentLog;
import dev.sendero.store.erasure.Erasures;
import dev.sendero.store.ledger.Result;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Looks again, just before a call, at what the engine looked at when it decided: time may have passed since. */
final class SecondLook {

    private final ConsentLog consents;
    private final Erasures erasures;
    private final Supplier<SendingHours> hours;

    SecondLook(ConsentLog consents, Erasures erasures, Supplier<SendingHours> hours) {
        this.consents = consents;
        this.erasures = erasures;
        this.hours = hours;
    }

    /**
     * What speaks against sending a message now, if anything does. As in the engine, quiet hours hold back every message
     * to a customer, and a transactional one needs no consent.
     *
     * @param now by the process's clock
     * @throws RuntimeException when the store does not answer
     */
    Optional<Result> objection(Message message, Instant now) {
        if (erasures.isErased(message.customer(), message.at())) {
            return Optional.of(new Result.Skipped("the customer has been erased since it was decided"));
        }
        if (!now.isBefore(message.expires())) {
            return Optional.of(new Result.Expired("expired at " + message.expires()));
        }
        if (!message.channel().reachesCustomer()) {
            return Optional.empty();
        }
        if (Step.isAgreedTo(message.group())
                && consents.isWithdrawn(message.customer(), message.channel(), message.group(), message.at())) {
            return Optional.of(new Result.Skipped("the customer has withdrawn consent since it was decided"));
        }
        Instant next = hours.get().next(message, now);
        if (!next.isAfter(now)) {
            return Optional.empty();
        }
        return Optional.of(
                next.isBefore(message.expires())
                        ? new Result.Postponed("quiet hours", next)
                        : new Result.Expired("expires at " + message.expires() + ", before quiet hours end"));
    }
}
