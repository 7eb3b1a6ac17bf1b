package dev.sendero.core;

import dev.sendero.api.event.Event;
import dev.sendero.core.detect.Findings;
import dev.sendero.core.detect.Glance;
import dev.sendero.core.detect.NamePlan;
import dev.sendero.core.run.Entrance;
import dev.sendero.core.run.Facts;
import dev.sendero.core.run.Runs;
import dev.sendero.core.run.Services;
import dev.sendero.core.scope.Moment;
import dev.sendero.core.state.Customer;
import dev.sendero.core.state.Deadline;
import dev.sendero.core.state.Profile;
import dev.sendero.core.state.Run;
import dev.sendero.core.trait.SegmentChange;
import dev.sendero.rules.project.Bounds;
import java.util.ArrayList;
import java.util.List;

/** Applies events: profile and traits, segments, conversions, exits, waits, triggers, then steps until all runs rest. */
final class Events {

    private final JourneySet journeys;
    private final Services services;
    private final Runs runs;
    private final Entrance entrance;

    Events(JourneySet journeys, Services services) {
        this.journeys = journeys;
        this.services = services;
        this.runs = new Runs(journeys.journeys(), services);
        this.entrance = new Entrance(journeys.journeys(), services);
    }

    /** Returns whether anything but the position may have changed. */
    boolean apply(Customer customer, Event event, Admission admission, Decision decision) {
        int order = customer.compareTo(
                Deadline.millisOf(event.timestamp()), event.id().value());
        if (order == 0) {
            return false;
        }
        boolean inOrder = order < 0 && admission == Admission.ALL;
        boolean changed = applyOne(customer, event, event, inOrder, decision);
        for (Event made : journeys.derivations().from(event)) {
            changed |= applyOne(customer, made, event, inOrder, decision);
        }
        return changed;
    }

    /** @param sent the event itself, or that from which it is made: it has the place, by which its repetition is known */
    private boolean applyOne(Customer customer, Event event, Event sent, boolean inOrder, Decision decision) {
        long millis = Deadline.millisOf(sent.timestamp());
        String id = sent.id().value();
        NamePlan plan = journeys.watches().planOf(event);
        boolean aboutCustomer = services.profiles().isAboutCustomer(event);
        boolean concernsRuns = runs.mayBeConcerned(customer, event);
        boolean concernsTraits = journeys.traits().concerns(event.name());
        boolean mattersElsewhere = aboutCustomer
                || concernsRuns
                || concernsTraits
                || !journeys.segments().isEmpty();
        if (plan.isNothing() && !mattersElsewhere) {
            return false;
        }
        if (!mattersElsewhere && inOrder) {
            Glance glance = journeys.watches().glance(plan, customer, event, millis);
            if (glance != Glance.NOT_ALL) {
                customer.moveTo(millis, id);
                return glance == Glance.ALL_APPLIED;
            }
        }
        journeys.segments().remember(customer, Math.max(millis, customer.millis()));
        Profile profile = customer.profile();
        if (aboutCustomer) {
            profile = services.profiles().after(event, profile, decision::notTakenUp);
            customer.change(profile);
        }
        if (concernsTraits) {
            journeys.traits().take(customer, event, decision::notAdded);
        }
        Moment moment = Moment.ofEvent(event, profile, journeys.traits().of(customer));
        if (inOrder) {
            applyInOrder(customer, plan, concernsRuns, moment, new Facts(customer, moment.now(), decision));
        } else {
            applyLate(customer, concernsRuns, moment, new Facts(customer, moment.now(), decision));
        }
        customer.moveTo(millis, id);
        return true;
    }

    private void applyInOrder(Customer customer, NamePlan plan, boolean concernsRuns, Moment moment, Facts facts) {
        List<Run> ready = List.of();
        List<SegmentChange> changes = journeys.segments().changes(customer, moment.millis());
        if (concernsRuns) {
            runs.convert(customer, moment, facts);
            runs.leave(customer, moment, Long.MAX_VALUE, facts);
            ready = runs.arrive(customer, moment, facts);
        }
        ready = with(ready, runs.follow(customer, moment, moment.millis()));
        Findings findings = journeys.watches().apply(plan, customer, moment);
        journeys.segments().find(changes, moment, findings);
        if (!findings.isEmpty()) {
            ready = new ArrayList<>(ready);
            for (Findings.Finding finding : findings.inOrder()) {
                entrance.enter(customer, finding.situation(), moment, facts).ifPresent(ready::add);
            }
        }
        if (customer.partials().size() > services.bounds().partials()) {
            journeys.watches()
                    .keepWithin(customer, services.bounds().partials())
                    .forEach(lost -> facts.boundReached(lost.journey(), lost.key(), Bounds.PARTIALS));
        }
        if (!ready.isEmpty()) {
            runs.goOn(customer, ready, moment, facts);
        }
    }

    private void applyLate(Customer customer, boolean concernsRuns, Moment moment, Facts facts) {
        // Who comes to be in a segment by it begins nothing.
        journeys.segments().changes(customer, Math.max(moment.millis(), customer.millis()));
        if (concernsRuns) {
            runs.convert(customer, moment, facts);
            runs.leave(customer, moment, moment.millis(), facts);
        }
        // What is due by what it says is due now: the past is decided.
        runs.follow(
                customer, moment, Math.max(moment.millis(), customer.position().millis()));
        journeys.watches().applyLate(customer, moment);
    }

    private static List<Run> with(List<Run> ready, List<Run> more) {
        if (more.isEmpty()) {
            return ready;
        }
        var all = new ArrayList<>(ready);
        all.addAll(more);
        return all;
    }
}
