package dev.sendero.core.run;

import dev.sendero.api.EventId;
import dev.sendero.api.JourneyId;
import dev.sendero.api.RunId;
import dev.sendero.api.fact.FactType;
import dev.sendero.core.detect.Situation;
import dev.sendero.core.policy.EntryPolicy;
import dev.sendero.core.scope.EventMaps;
import dev.sendero.core.scope.Keys;
import dev.sendero.core.scope.Moment;
import dev.sendero.core.scope.RunMaps;
import dev.sendero.core.state.Customer;
import dev.sendero.core.state.JourneyVersion;
import dev.sendero.core.state.Run;
import dev.sendero.rules.journey.Correlation;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.Trigger;
import dev.sendero.rules.project.Bounds;
import dev.sendero.rules.usage.CapturedUse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lets customers into journeys, or says why not. */
public final class Entrance {

    /** Why a journey is not entered that another one starts: nobody enters it now. */
    static final String NOT_LIVE = "not_live";

    /** It is one of those that start each other, and this began with it. */
    static final String STARTED_IN_CIRCLE = "started_in_circle";

    /** It asks for a key, and nothing says which. */
    static final String NO_KEY = "no_key";

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
            if (!isMeantForOthers(journey, refusal.get())) {
                facts.notEntered(run.journey(), run.id(), run.key(), refusal.get());
            }
            return Optional.empty();
        }
        services.entries()
                .remember(journey, customer, situation.key(), moment.millis())
                .ifPresent(lost -> facts.boundReached(run.journey(), lost.key(), Bounds.ENTRIES));
        Optional<String> holdout = services.holdouts().of(journey, customer.id());
        if (holdout.isPresent()) {
            facts.ofRun(run, FactType.HELD_OUT, holdout.get());
            Endings.end(customer, compiled, run, moment.millis(), services.bounds(), facts);
            return Optional.empty();
        }
        facts.ofRun(run, FactType.ENTERED, "");
        customer.add(run);
        return Optional.of(run);
    }

    /**
     * Begins a run that a step of another run starts; empty when the customer stays out or is held out.
     *
     * @param startedBy the journeys whose runs started each other up to this one, at this moment; none of them starts
     *     again, since they would go on for ever
     */
    Optional<Run> enter(Customer customer, Walk.Started started, Set<JourneyId> startedBy, Moment moment, Facts facts) {
        JourneyId id = started.step().journey();
        CompiledJourney target = journeys.entered(id);
        if (target == null || !target.isLive()) {
            JourneyVersion version = target == null ? new JourneyVersion(id, "") : target.version();
            return refuse(customer, started, version, NOT_LIVE, facts);
        }
        if (startedBy.contains(id)) {
            return refuse(customer, started, target.version(), STARTED_IN_CIRCLE, facts);
        }
        Map<String, Object> trigger = triggerOf(started.by());
        Optional<String> key = keyOf(target.journey().per(), started.by(), trigger);
        if (key.isEmpty()) {
            return refuse(customer, started, target.version(), NO_KEY, facts);
        }
        return enter(customer, situation(target.version(), key.get(), started, trigger), moment, facts);
    }

    /** The run that starts it and the step stand for the events that begin and complete a situation. */
    private static Situation situation(
            JourneyVersion journey, String key, Walk.Started started, Map<String, Object> trigger) {
        return new Situation(
                journey, key, started.by().id().value(), started.step().id().value(), Map.of(), trigger);
    }

    private static Optional<Run> refuse(
            Customer customer, Walk.Started started, JourneyVersion journey, String reason, Facts facts) {
        Situation situation = situation(journey, started.by().key(), started, Map.of());
        facts.notEntered(journey, idOf(customer, situation), situation.key(), reason);
        return Optional.empty();
    }

    private static Map<String, Object> triggerOf(Run run) {
        return run.captured().get(RunMaps.TRIGGER) instanceof Map<?, ?> event ? EventMaps.typed(event) : Map.of();
    }

    /** The key of the run that starts it where both mean the same property; else what the trigger's event says. */
    private Optional<String> keyOf(Correlation per, Run by, Map<String, Object> trigger) {
        if (per.isNone()) {
            return Optional.of(Keys.MISSING);
        }
        boolean same = journeys.newest(by.journey().journey())
                .filter(journey -> journey.per().property().equals(per.property()))
                .isPresent();
        if (same) {
            return Optional.of(by.key());
        }
        return Optional.of(Keys.of(trigger, per)).filter(key -> !key.equals(Keys.MISSING));
    }

    /** A situation that is complete lets nobody in. */
    public void refuse(Customer customer, Situation situation, Moment moment, String reason, Facts facts) {
        CompiledJourney compiled = journeys.find(situation.journey());
        if (compiled != null && compiled.isLive()) {
            Run run = begun(compiled, customer, situation, moment);
            facts.notEntered(run.journey(), run.id(), run.key(), reason);
        }
    }

    /** A schedule comes for everybody. Whom the audience leaves out was never meant, and it would be said of most. */
    private static boolean isMeantForOthers(Journey journey, String refusal) {
        return journey.trigger() instanceof Trigger.Schedule
                && (refusal.equals(EntryPolicy.AUDIENCE) || refusal.equals(EntryPolicy.AUDIENCE_UNKNOWN));
    }

    private static Run begun(CompiledJourney journey, Customer customer, Situation situation, Moment moment) {
        Map<String, Object> captured = new HashMap<>();
        situation.captured().forEach((name, event) -> keep(name, event, journey, captured));
        keep(RunMaps.TRIGGER, situation.trigger(), journey, captured);
        return Run.begun(idOf(customer, situation), situation.journey(), situation.key(), moment.millis(), captured);
    }

    private static RunId idOf(Customer customer, Situation situation) {
        return RunId.of(
                situation.journey().journey(),
                customer.id(),
                situation.key(),
                new EventId(situation.firstEvent()),
                new EventId(situation.lastEvent()));
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
}
