package dev.sendero.core;

import dev.sendero.core.detect.Findings;
import dev.sendero.core.detect.Situation;
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
import dev.sendero.core.state.Run;
import dev.sendero.core.trait.SegmentChange;
import java.util.List;

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
        long next =
                Math.min(journeys.watches().next(customer), journeys.segments().next(customer));
        next = Math.min(next, journeys.occasions().next(customer));
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

    /** Fires all deadlines of the first instant that has some. Returns whether there was one. */
    private boolean fireFirst(Customer customer, long upTo, Decision decision) {
        long first = next(customer);
        if (first > upTo || first == Deadline.NEVER) {
            return false;
        }
        forget(customer, first);
        boolean forgot = journeys.traits().forget(customer, first);
        Moment moment = moment(customer, first);
        List<Situation> occasions = journeys.occasions().come(customer, first);
        Findings findings = journeys.watches().fire(customer, moment);
        if (!occasions.isEmpty()) {
            customer.moveTo(moment.position());
            occasions.forEach(findings::add);
        }
        if (forgot) {
            changeSegments(customer, moment, findings);
        }
        for (Findings.Finding finding : findings.inOrder()) {
            goOnBefore(customer, finding.rank(), first, decision);
            enter(customer, finding.situation(), first, decision);
        }
        goOnBefore(customer, Integer.MAX_VALUE, first, decision);
        return true;
    }

    private Moment moment(Customer customer, long millis) {
        return Moment.ofDeadline(
                customer.id(), millis, customer.profile(), journeys.traits().of(customer));
    }

    private void changeSegments(Customer customer, Moment moment, Findings findings) {
        List<SegmentChange> changes = journeys.segments().changes(customer, moment.millis());
        if (!changes.isEmpty()) {
            customer.moveTo(moment.position());
            journeys.segments().find(changes, moment, findings);
        }
    }

    private void enter(Customer customer, Situation situation, long millis, Decision decision) {
        Moment moment = moment(customer, millis);
        Facts facts = new Facts(customer, moment.now(), decision);
        entrance.enter(customer, situation, moment, facts)
                .ifPresent(run -> runs.goOn(customer, run, moment, millis, facts));
    }

    /** Takes on the runs that are due and whose journeys decide before one. */
    private void goOnBefore(Customer customer, int rank, long millis, Decision decision) {
        for (int index = firstRun(customer, rank, millis); index >= 0; index = firstRun(customer, rank, millis)) {
            Moment moment = moment(customer, millis);
            customer.moveTo(moment.position());
            runs.goOn(
                    customer, customer.runs().get(index), moment, millis, new Facts(customer, moment.now(), decision));
        }
    }

    private void forget(Customer customer, long millis) {
        customer.forgetEntries(entry -> endOf(entry) <= millis);
        customer.forgetRuns(run -> !run.isActive() && run.deadline() <= millis);
    }

    private long endOf(Entry entry) {
        return journeys.journeys()
                .newest(entry.journey())
                .map(journey -> EntryPolicy.endOf(entry, journey.reentry()))
                .orElse(Deadline.NEVER);
    }

    /** The run of the lowest rank that is due; -1 when there is none below a rank. */
    private int firstRun(Customer customer, int belowRank, long millis) {
        int found = -1;
        int lowest = belowRank;
        for (int index = 0; index < customer.runs().size(); index++) {
            Run run = customer.runs().get(index);
            if (run.deadline() == millis && run.isActive() && runs.isDue(run)) {
                int rank = rankOf(run.journey());
                if (rank < lowest) {
                    lowest = rank;
                    found = index;
                }
            }
        }
        return found;
    }

    private int rankOf(JourneyVersion version) {
        CompiledJourney journey = journeys.journeys().find(version);
        return journey == null ? Integer.MAX_VALUE : journey.rank();
    }
}
