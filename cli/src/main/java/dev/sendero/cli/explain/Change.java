package dev.sendero.cli.explain;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.JourneyId;
import dev.sendero.api.RunId;
import dev.sendero.api.event.Event;
import dev.sendero.api.event.EventType;
import dev.sendero.api.fact.Fact;
import dev.sendero.api.message.Message;
import dev.sendero.cli.backtest.ReplayInput;
import dev.sendero.core.Effect;
import dev.sendero.core.detect.Begun;
import dev.sendero.core.scope.Moment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One input with what was before it and after it.
 *
 * @param moment what conditions saw, but for what steps have changed of the profile
 * @param seen the event and what is made from it, in order; none at a time
 */
record Change(
        CustomerId customer,
        ReplayInput input,
        Snapshot before,
        Snapshot after,
        List<Effect> effects,
        Moment moment,
        List<Seen> seen) {

    /** An event as conditions saw it. */
    record Seen(Event event, Moment moment) {}

    Instant at() {
        return input.at();
    }

    /** The event, where the input is something that the customer did. */
    Optional<Event> event() {
        if (input instanceof ReplayInput.LoggedIn login) {
            return Optional.of(login.event());
        }
        return input instanceof ReplayInput.Happened happened
                        && happened.event().type() != EventType.HEARTBEAT
                ? Optional.of(happened.event())
                : Optional.empty();
    }

    List<Fact> facts() {
        return effects.stream()
                .filter(Effect.Record.class::isInstance)
                .map(effect -> ((Effect.Record) effect).fact())
                .toList();
    }

    List<Fact> factsOf(JourneyId journey) {
        return facts().stream().filter(fact -> fact.journey().equals(journey)).toList();
    }

    /** The message that a fact says was requested. */
    Optional<Message> messageOf(Fact fact) {
        return effects.stream()
                .filter(Effect.Send.class::isInstance)
                .map(effect -> ((Effect.Send) effect).message())
                .filter(message -> message.run().equals(fact.run())
                        && message.step().value().equals(fact.step()))
                .findFirst();
    }

    /** Whether a situation has been completed, and so decided about. */
    boolean completed(Begun begun) {
        return factsOf(begun.journey().journey()).stream().anyMatch(fact -> isOf(fact.run(), begun));
    }

    /** Whether a run is the one that a situation starts, by the input or by its own last event. */
    boolean isOf(RunId run, Begun begun) {
        JourneyId journey = begun.journey().journey();
        var first = new EventId(begun.firstEvent());
        return run.equals(RunId.of(journey, customer, begun.key(), first, new EventId(begun.lastEvent())))
                || seen.stream()
                        .anyMatch(by -> run.equals(RunId.of(
                                journey,
                                customer,
                                begun.key(),
                                first,
                                by.event().id())));
    }
}
