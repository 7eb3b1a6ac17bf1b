package dev.sendero.core;

import dev.sendero.core.detect.Watch;
import dev.sendero.core.policy.EntryPolicy;
import dev.sendero.core.run.CompiledJourney;
import dev.sendero.core.run.Entrance;
import dev.sendero.core.run.Facts;
import dev.sendero.core.run.Runs;
import dev.sendero.core.run.Services;
import dev.sendero.core.scope.Moment;
import dev.sendero.core.state.Customer;
import dev.sendero.core.state.Deadline;
import dev.sendero.core.state.Entry;
import dev.sendero.core.state.JourneyVersion;
import dev.sendero.core.state.Partial;
import dev.sendero.core.state.Position;
import dev.sendero.core.state.Run;

/**
 * Fires deadlines in the order of time; at one instant in the order in which journeys decide, a journey's partial
 * situations before its runs. Each decision is dated with its deadline. What is only forgotten moves nothing.
 */
final class Deadlines {

    private final JourneySet journeys;
    private final Runs runs;
    private final Entrance entrance;

    Deadlines(JourneySet journeys, Services services) {
        this.journeys = journeys;
        this.runs = new Runs(journeys.journeys(), services);
        this.entrance = new Entrance(journeys.journeys(), services);
    }

    boolean fireBefore(Customer customer, long millis, Decision decision) {
        return millis > Long.MIN_VALUE && fireUpTo(customer, millis - 1, decision);
    }

    /** Returns whether anything was fired. */
    boolean fireUpTo(Customer customer, long millis, Decision decision) {
        if (customer.nextDeadline() > millis) {
            return false;
        }
        while (fireFirst(customer, millis, decision)) {}
        return true;
    }

    /** When something is due next, milliseconds since 1970. */
    long next(Customer customer) {
        long next = Deadline.NEVER;
        for (Partial partial : customer.partials()) {
            next = Math.min(next, partial.deadline());
        }
        for (Run run : customer.runs()) {
            if (run.deadline() < next && runs.isDue(run)) {
                next = run.deadline();
            }
        }
        for (Entry entry : customer.entries()) {
            next = Math.min(next, endOf(entry));
        }
        return next;
    }

    private boolean fireFirst(Customer customer, long upTo, Decision decision) {
        long first = next(customer);
        if (first > upTo || first == Deadline.NEVER) {
            return false;
        }
        forget(customer, first);
        int partial = firstPartial(customer, first);
        int run = firstRun(customer, first);
        if (partial >= 0
                && (run < 0
                        || rankOf(customer.partials().get(partial).journey())
                                <= rankOf(customer.runs().get(run).journey()))) {
            fire(customer, partial, first, decision);
        } else if (run >= 0) {
            Moment moment = Moment.ofDeadline(customer.id(), first, customer.profile());
            customer.moveTo(Position.ofDeadline(first));
            runs.goOn(customer, customer.runs().get(run), moment, first, new Facts(customer, moment.now(), decision));
        }
        return true;
    }

    private void fire(Customer customer, int index, long millis, Decision decision) {
        Watch watch =
                journeys.watches().of(customer.partials().get(index).journey()).orElse(null);
        if (watch == null) {
            customer.partials().remove(index);
            return;
        }
        Moment moment = Moment.ofDeadline(customer.id(), millis, customer.profile());
        Facts facts = new Facts(customer, moment.now(), decision);
        customer.moveTo(moment.position());
        watch.detector().fire(customer.partials(), index, moment, situation -> entrance.enter(
                        customer, situation, moment, facts)
                .ifPresent(run -> runs.goOn(customer, run, moment, millis, facts)));
    }

    private void forget(Customer customer, long millis) {
        customer.entries().removeIf(entry -> endOf(entry) <= millis);
        customer.runs().removeIf(run -> !run.isActive() && run.deadline() <= millis);
    }

    private long endOf(Entry entry) {
        return journeys.journeys()
                .newest(entry.journey())
                .map(journey -> EntryPolicy.endOf(entry, journey.reentry()))
                .orElse(Deadline.NEVER);
    }

    private int firstPartial(Customer customer, long millis) {
        int found = -1;
        for (int index = 0; index < customer.partials().size(); index++) {
            Partial partial = customer.partials().get(index);
            if (partial.deadline() == millis
                    && (found < 0
                            || rankOf(partial.journey())
                                    < rankOf(customer.partials().get(found).journey()))) {
                found = index;
            }
        }
        return found;
    }

    private int firstRun(Customer customer, long millis) {
        int found = -1;
        for (int index = 0; index < customer.runs().size(); index++) {
            Run run = customer.runs().get(index);
            if (run.deadline() == millis
                    && run.isActive()
                    && runs.isDue(run)
                    && (found < 0
                            || rankOf(run.journey())
                                    < rankOf(customer.runs().get(found).journey()))) {
                found = index;
            }
        }
        return found;
    }

    private int rankOf(JourneyVersion version) {
        CompiledJourney journey = journeys.journeys().find(version);
        return journey == null ? Integer.MAX_VALUE : journey.rank();
    }
}
