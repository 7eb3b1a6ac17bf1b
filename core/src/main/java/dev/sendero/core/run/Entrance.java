package dev.sendero.core.run;

import dev.sendero.api.EventId;
import dev.sendero.api.RunId;
import dev.sendero.api.fact.FactType;
import dev.sendero.core.detect.Situation;
import dev.sendero.core.policy.Draw;
import dev.sendero.core.policy.EntryPolicy;
import dev.sendero.core.scope.EventMaps;
import dev.sendero.core.scope.Moment;
import dev.sendero.core.scope.RunMaps;
import dev.sendero.core.state.Customer;
import dev.sendero.core.state.Run;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.project.Bounds;
import dev.sendero.rules.usage.CapturedUse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Lets customers into journeys, or says why not. */
public final class Entrance {

    private final CompiledJourneys journeys;
    private final Services services;

    public Entrance(CompiledJourneys journeys, Services services) {
        this.journeys = journeys;
        this.services = services;
    }

    /** Begins a run at the first step; empty when the customer stays out or is held out. */
    public Optional<Run> enter(Customer customer, Situation situation, Moment moment, Facts facts) {
        CompiledJourney compiled = journeys.find(situation.journey());
        if (compiled == null || !compiled.isLive()) {
            return Optional.empty();
        }
        Journey journey = compiled.journey();
        Run run = begun(compiled, customer, situation, moment);
        if (isKnown(customer, run.id())) {
            return Optional.empty();
        }
        Optional<String> refusal = services.entries()
                .refusal(journey, customer, situation.key(), moment.millis())
                .or(() -> EntryPolicy.refusal(moment.testInRun(journey.audience(), run)));
        if (refusal.isPresent()) {
            facts.notEntered(run.journey(), run.id(), run.key(), refusal.get());
            return Optional.empty();
        }
        services.entries()
                .remember(journey, customer, situation.key(), moment.millis())
                .ifPresent(lost -> facts.boundReached(run.journey(), lost.key(), Bounds.ENTRIES));
        if (isHeldOut(journey, customer)) {
            facts.ofRun(run, FactType.HELD_OUT, "");
            Endings.end(customer, compiled, run, moment.millis(), services.bounds(), facts);
            return Optional.empty();
        }
        facts.ofRun(run, FactType.ENTERED, "");
        customer.add(run);
        return Optional.of(run);
    }

    /** A situation that is complete lets nobody in. */
    public void refuse(Customer customer, Situation situation, Moment moment, String reason, Facts facts) {
        CompiledJourney compiled = journeys.find(situation.journey());
        if (compiled != null && compiled.isLive()) {
            Run run = begun(compiled, customer, situation, moment);
            facts.notEntered(run.journey(), run.id(), run.key(), reason);
        }
    }

    private static Run begun(CompiledJourney journey, Customer customer, Situation situation, Moment moment) {
        Map<String, Object> captured = new HashMap<>();
        situation.captured().forEach((name, event) -> keep(name, event, journey, captured));
        keep(RunMaps.TRIGGER, situation.trigger(), journey, captured);
        RunId id = RunId.of(
                situation.journey().journey(),
                customer.id(),
                situation.key(),
                new EventId(situation.firstEvent()),
                new EventId(situation.lastEvent()));
        return new Run(
                id,
                situation.journey(),
                situation.key(),
                moment.millis(),
                captured,
                0,
                false,
                moment.millis(),
                false,
                false);
    }

    /** Keeps what the journey looks at of an event. */
    private static void keep(String name, Object event, CompiledJourney journey, Map<String, Object> captured) {
        CapturedUse use = journey.usage().captured(name);
        if (use.used() && event instanceof Map<?, ?> map) {
            captured.put(name, use.trim(EventMaps.typed(map)));
        }
    }

    private static boolean isKnown(Customer customer, RunId run) {
        for (Run known : customer.runs()) {
            if (known.id().equals(run)) {
                return true;
            }
        }
        return false;
    }

    private boolean isHeldOut(Journey journey, Customer customer) {
        return !journey.holdout().isNone()
                && services.draw().bucket(journey.id(), Draw.HOLDOUT, customer.id())
                        < journey.holdout().tenThousandths();
    }
}
