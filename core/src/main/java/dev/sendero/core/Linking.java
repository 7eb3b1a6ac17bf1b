package dev.sendero.core;

import dev.sendero.api.JourneyId;
import dev.sendero.core.detect.Findings;
import dev.sendero.core.detect.Situation;
import dev.sendero.core.run.Entrance;
import dev.sendero.core.run.Facts;
import dev.sendero.core.run.Runs;
import dev.sendero.core.run.Services;
import dev.sendero.core.scope.Moment;
import dev.sendero.core.state.Customer;
import dev.sendero.core.state.Deadline;
import dev.sendero.core.state.Position;
import dev.sendero.core.state.Run;
import dev.sendero.rules.project.Bounds;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Brings together what a device did before a login and the user who logged in. */
final class Linking {

    static final String BEFORE_LINK = "before link";
    static final String LINKED = "linked to a user";

    private final JourneySet journeys;
    private final Services services;
    private final Runs runs;
    private final Entrance entrance;

    Linking(JourneySet journeys, Services services) {
        this.journeys = journeys;
        this.services = services;
        this.runs = new Runs(journeys.journeys(), services);
        this.entrance = new Entrance(journeys.journeys(), services);
    }

    /** The user's own deadlines before the login have been fired. */
    void link(Customer customer, Linked linked, Decision decision) {
        long now = Math.max(Deadline.millisOf(linked.at()), customer.position().millis());
        journeys.segments().remember(customer, now);
        var replay = new Replay(customer, decision);
        for (Linked.Past past : linked.history()) {
            long millis = Math.min(now, Deadline.millisOf(past.event().timestamp()));
            replay.apply(past, millis);
            journeys.derivations()
                    .from(past.event())
                    .forEach(made -> replay.apply(new Linked.Past(made, past.admission()), millis));
        }
        replay.fireBefore(now);
        replay.refuseSegments(now);
        journeys.watches().moveAll(replay.past, customer);
        var facts = new Facts(customer, Instant.ofEpochMilli(now), decision);
        journeys.watches()
                .keepWithin(customer, services.bounds().partials())
                .forEach(lost -> facts.boundReached(lost.journey(), lost.key(), Bounds.PARTIALS));
        if (!linked.history().isEmpty()) {
            customer.moveTo(Position.of(
                    linked.history().get(linked.history().size() - 1).event()));
        }
    }

    private Moment moment(Customer customer, long millis) {
        return Moment.ofDeadline(
                customer.id(), millis, customer.profile(), journeys.traits().of(customer));
    }

    void depart(Customer customer, Instant at, Decision decision) {
        Moment moment = moment(customer, Deadline.millisOf(at));
        Facts facts = new Facts(customer, at, decision);
        for (Run run : runs.all(customer)) {
            runs.end(customer, run, moment, LINKED, facts);
        }
        customer.forgetAll();
    }

    /** The history, taken as if it happened now. What it can advance is in {@code past}, what it can only cancel is not. */
    private final class Replay {

        private final Customer customer;
        private final Customer past;
        private final Decision decision;
        private final Set<Refusal> refused = new HashSet<>();

        private record Refusal(JourneyId journey, String key) {}

        Replay(Customer customer, Decision decision) {
            this.customer = customer;
            this.past = new Customer(customer.id());
            this.decision = decision;
        }

        void apply(Linked.Past event, long millis) {
            fireBefore(millis);
            if (services.profiles().isAboutCustomer(event.event())) {
                customer.change(services.profiles().after(event.event(), customer.profile(), decision::notTakenUp));
            }
            journeys.traits().take(customer, event.event(), decision::notAdded);
            Moment moment = Moment.ofEvent(
                    event.event(), customer.profile(), journeys.traits().of(customer));
            Facts facts = new Facts(customer, moment.now(), decision);
            runs.convert(customer, moment, facts);
            runs.leave(customer, moment, moment.millis(), facts);
            if (!journeys.watches().see(event.event())) {
                return;
            }
            journeys.watches().moveUpTo(moment.position(), customer, past);
            journeys.watches().applyLate(customer, moment);
            if (event.admission() == Admission.ALL) {
                refuse(journeys.watches().apply(past, moment), moment);
            } else {
                journeys.watches().applyLate(past, moment);
            }
        }

        void fireBefore(long millis) {
            for (long next = journeys.watches().next(past);
                    next < millis;
                    next = journeys.watches().next(past)) {
                Moment moment = moment(customer, next);
                refuse(journeys.watches().fire(past, moment), moment);
            }
        }

        /** Who comes to be in a segment by what is past has come to be in it then. */
        void refuseSegments(long millis) {
            Moment moment = moment(customer, millis);
            refuse(journeys.segments().find(journeys.segments().changes(customer, millis), moment), moment);
        }

        /** Once a journey and key: it is said that nobody enters, and not how often. */
        private void refuse(Findings findings, Moment moment) {
            for (Findings.Finding finding : findings.inOrder()) {
                Situation situation = finding.situation();
                if (refused.add(new Refusal(situation.journey().journey(), situation.key()))) {
                    entrance.refuse(
                            customer, situation, moment, BEFORE_LINK, new Facts(customer, moment.now(), decision));
                }
            }
        }
    }
}
