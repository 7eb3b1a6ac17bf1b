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
import java.util.BitSet;
import java.util.List;

/** Applies events: profile and traits, segments, conversions, exits, waits, triggers, then steps until all runs rest. */
final class Events {

    private static final BitSet NO_SEGMENTS = new BitSet();

    private final JourneySet journeys;
    private final Services services;
    private final Runs runs;
    private final Entrance entrance;

    /** What an event may mean something to, apart from triggers; told by its name, and by who its customer is. */
    private record Concerns(boolean profile, boolean traits, BitSet segments, boolean runs) {

        boolean nothing() {
            return !profile && !traits && segments.isEmpty() && !runs;
        }
    }

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
        Concerns concerns = concernsOf(customer, event);
        if (plan.isNothing() && concerns.nothing()) {
            return false;
        }
        if (concerns.nothing() && inOrder) {
            Glance glance = journeys.watches().glance(plan, customer, event, millis);
            if (glance != Glance.NOT_ALL) {
                customer.moveTo(millis, id);
                return glance == Glance.ALL_APPLIED;
            }
        }
        if (!concerns.segments().isEmpty()) {
            journeys.segments().remember(customer, Math.max(millis, customer.millis()));
        }
        Profile profile = customer.profile();
        if (concerns.profile()) {
            profile = services.profiles().after(event, profile, decision::notTakenUp);
            customer.change(profile);
        }
        if (concerns.traits()) {
            journeys.traits().take(customer, event, decision::notAdded);
        }
        Moment moment = Moment.ofEvent(event, profile, journeys.traits().of(customer));
        if (inOrder) {
            applyInOrder(customer, plan, concerns, moment, new Facts(customer, moment.now(), decision));
        } else {
            applyLate(customer, concerns, moment, new Facts(customer, moment.now(), decision));
        }
        customer.moveTo(millis, id);
        return true;
    }

    private Concerns concernsOf(Customer customer, Event event) {
        boolean profile = services.profiles().isAboutCustomer(event);
        boolean traits = journeys.traits().concerns(event.name());
        BitSet segments = journeys.segments().concernedBy(customer, event.name(), profile);
        boolean known = segments.isEmpty() || profile || journeys.eventFields().concern(event.name());
        return new Concerns(profile, traits, known ? segments : NO_SEGMENTS, runs.mayBeConcerned(customer, event));
    }

    private void applyInOrder(Customer customer, NamePlan plan, Concerns concerns, Moment moment, Facts facts) {
        List<Run> ready = List.of();
        List<SegmentChange> changes = journeys.segments().changes(concerns.segments(), customer, moment.millis());
        if (concerns.runs()) {
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

    private void applyLate(Customer customer, Concerns concerns, Moment moment, Facts facts) {
        // Who comes to be in a segment by it begins nothing.
        journeys.segments().changes(concerns.segments(), customer, Math.max(moment.millis(), customer.millis()));
        if (concerns.runs()) {
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
