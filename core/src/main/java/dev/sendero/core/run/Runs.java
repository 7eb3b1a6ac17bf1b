package dev.sendero.core.run;

import dev.sendero.api.JourneyId;
import dev.sendero.api.event.Event;
import dev.sendero.api.fact.FactType;
import dev.sendero.core.scope.Moment;
import dev.sendero.core.state.Customer;
import dev.sendero.core.state.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What one event or deadline does to the runs of a customer. */
public final class Runs {

    private final CompiledJourneys journeys;
    private final Services services;
    private final Entrance entrance;

    public Runs(CompiledJourneys journeys, Services services) {
        this.journeys = journeys;
        this.services = services;
        this.entrance = new Entrance(journeys, services);
    }

    /** The customer's runs in the order in which journeys decide, then of entry; those of unknown versions last. */
    public List<Run> all(Customer customer) {
        if (customer.runs().isEmpty()) {
            return List.of();
        }
        var ordered = new ArrayList<>(customer.runs());
        if (ordered.size() > 1) {
            ordered.sort(Comparator.comparingInt(this::rankOf));
        }
        return ordered;
    }

    private int rankOf(Run run) {
        CompiledJourney journey = journeys.find(run.journey());
        return journey == null ? Integer.MAX_VALUE : journey.rank();
    }

    /** Whether an event may mean anything to one of the customer's runs; told by its name. */
    public boolean mayBeConcerned(Customer customer, Event event) {
        for (int index = 0; index < customer.runs().size(); index++) {
            CompiledJourney journey = journeys.find(customer.runs().get(index).journey());
            if (journey != null && journey.usage().looksAt(event.name())) {
                return true;
            }
        }
        return false;
    }

    /** Counts the conversions that an event is. */
    public void convert(Customer customer, Moment moment, Facts facts) {
        for (Run run : all(customer)) {
            CompiledJourney journey = journeys.find(run.journey());
            if (journey != null) {
                Conversions.valueOf(journey, run, moment, services.currency()).ifPresent(value -> {
                    facts.converted(run, value);
                    if (run.isActive()) {
                        customer.replace(run.afterConversion());
                    } else {
                        customer.forget(run.id());
                    }
                });
            }
        }
    }

    /**
     * Takes out the runs that an event ends.
     *
     * @param enteredBefore only runs that had been entered before this time, milliseconds since 1970
     */
    public void leave(Customer customer, Moment moment, long enteredBefore, Facts facts) {
        for (Run run : all(customer)) {
            CompiledJourney journey = journeys.find(run.journey());
            if (journey != null && run.isActive() && run.enteredAt() < enteredBefore) {
                Exits.reasonFor(journey, run, moment).ifPresent(reason -> {
                    facts.left(run, journey.program().restingStep(run), reason);
                    Endings.end(customer, journey, run, moment.millis(), services.bounds(), facts);
                });
            }
        }
    }

    /** Ends the waits that an event ends. Returns the runs that can go on now. */
    public List<Run> arrive(Customer customer, Moment moment, Facts facts) {
        var ready = new ArrayList<Run>(0);
        for (Run run : all(customer)) {
            CompiledJourney journey = journeys.find(run.journey());
            if (journey != null && run.isActive()) {
                Run seen = run;
                if (!journey.program().lookBacks().isEmpty()) {
                    seen = LookBack.see(journey, run, moment);
                    customer.replace(seen);
                }
                if (seen.waiting()) {
                    arrived(journey, seen, moment, facts).ifPresent(arrived -> {
                        customer.replace(arrived);
                        if (mayGoOn(journey, arrived)) {
                            ready.add(arrived);
                        }
                    });
                }
            }
        }
        return ready;
    }

    private static Optional<Run> arrived(CompiledJourney journey, Run run, Moment moment, Facts facts) {
        if (!(journey.program().at(run.position()) instanceof WaitNode wait)) {
            return Optional.empty();
        }
        int arm = wait.armFor(journey, run, moment);
        if (arm == WaitNode.NONE) {
            return Optional.empty();
        }
        facts.ofStep(run, FactType.STEP, wait.step().id().value(), wait.arm(arm).name(), "");
        return Optional.of(Arrivals.capturing(wait.arm(arm).until(), journey, run, moment)
                .goingOn(wait.startOf(arm), moment.millis()));
    }

    /**
     * Lets waits for a time that the profile or the customer's zone says follow these. Returns the runs for which it has
     * come, or is no time any more.
     *
     * @param now milliseconds since 1970; nothing that is due by then is put off
     */
    public List<Run> follow(Customer customer, Moment moment, long now) {
        var ready = new ArrayList<Run>(0);
        for (Run run : all(customer)) {
            CompiledJourney journey = journeys.find(run.journey());
            if (journey != null
                    && run.isActive()
                    && run.waiting()
                    && run.deadline() >= now
                    && journey.program().at(run.position()) instanceof RestingNode node
                    && node.follows(services)) {
                long due = node.dueFrom(now, services, moment, run);
                if (due != run.deadline()) {
                    Run followed = run.restingAt(run.position(), run.since(), due);
                    customer.replace(followed);
                    if (due <= now && mayGoOn(journey, followed)) {
                        ready.add(followed);
                    }
                }
            }
        }
        return ready;
    }

    private static boolean mayGoOn(CompiledJourney journey, Run run) {
        return journey.isLive() && !run.held();
    }

    /** Takes runs, in the order in which their journeys decide, through their steps until they rest. */
    public void goOn(Customer customer, List<Run> ready, Moment moment, Facts facts) {
        if (ready.size() > 1) {
            ready.sort(Comparator.comparingInt(this::rankOf));
        }
        for (Run run : ready) {
            goOn(customer, run, moment, run.deadline(), facts);
        }
    }

    /** Takes a run on from where it stands, whatever it waits for: its time has come. */
    public void goOn(Customer customer, Run run, Moment moment, long dueAt, Facts facts) {
        goOn(customer, run, moment, dueAt, facts, Set.of());
    }

    /** @param startedBy the journeys whose runs started each other up to this one, at this moment */
    private void goOn(Customer customer, Run run, Moment moment, long dueAt, Facts facts, Set<JourneyId> startedBy) {
        CompiledJourney journey = journeys.find(run.journey());
        if (journey == null) {
            return;
        }
        var walk = new Walk(services, journey, customer, moment, facts, dueAt, run);
        if (run.waiting()) {
            walk.resume(run.position());
        } else {
            walk.from(run.position());
        }
        if (!walk.starts().isEmpty()) {
            var chain = new HashSet<>(startedBy);
            chain.add(run.journey().journey());
            for (Walk.Started started : walk.starts()) {
                entrance.enter(customer, started, chain, moment, facts)
                        .ifPresent(next -> goOn(customer, next, moment, moment.millis(), facts, chain));
            }
        }
    }

    /**
     * Moves an active run into the newest version of its journey, where that has the step at which the run is; else says
     * why it stays. What is due by then goes on with {@link #goOn}.
     */
    public Run migrate(Customer customer, Run run, Moment moment, Facts facts) {
        CompiledJourney from = journeys.find(run.journey());
        CompiledJourney to = journeys.entered(run.journey().journey());
        if (from == null || to == null || from.newest()) {
            return run;
        }
        Migration.Result result = Migration.move(from, to, run, moment.millis());
        if (result instanceof Migration.Result.Moved moved) {
            customer.replace(moved.run());
            facts.ofStep(
                    moved.run(),
                    FactType.MIGRATED,
                    moved.step(),
                    "",
                    run.journey().version());
            return moved.run();
        }
        facts.ofStep(
                run,
                FactType.NOT_MIGRATED,
                from.program().restingStep(run),
                "",
                ((Migration.Result.Stays) result).reason());
        return run;
    }

    /** Takes a run out because its journey is over; what is left of it goes with a version that is gone. */
    public void end(Customer customer, Run run, Moment moment, String reason, Facts facts) {
        CompiledJourney journey = journeys.find(run.journey());
        if (run.isActive()) {
            facts.left(run, journey == null ? "" : journey.program().restingStep(run), reason);
        }
        if (journey == null) {
            customer.forget(run.id());
        } else if (run.isActive()) {
            Endings.end(customer, journey, run, moment.millis(), services.bounds(), facts);
        }
    }

    /** Whether the deadline of a run is to be fired: not while its journey waits. */
    public boolean isDue(Run run) {
        CompiledJourney journey = journeys.find(run.journey());
        return journey != null && (!run.isActive() || mayGoOn(journey, run));
    }
}
