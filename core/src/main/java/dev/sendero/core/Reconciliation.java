package dev.sendero.core;

import dev.sendero.api.JourneyId;
import dev.sendero.core.detect.Findings;
import dev.sendero.core.run.CompiledJourney;
import dev.sendero.core.run.Entrance;
import dev.sendero.core.run.Facts;
import dev.sendero.core.run.Runs;
import dev.sendero.core.run.Services;
import dev.sendero.core.run.Standing;
import dev.sendero.core.scope.Moment;
import dev.sendero.core.state.Customer;
import dev.sendero.core.state.Deadline;
import dev.sendero.core.state.Position;
import dev.sendero.core.state.Run;
import java.time.Instant;
import java.util.Set;

/** Brings a customer in line with a changed set of journeys. */
final class Reconciliation {

    static final String JOURNEY_ENDED = "journey ended";

    private final JourneySet journeys;
    private final Runs runs;
    private final Entrance entrance;

    Reconciliation(JourneySet journeys, Services services) {
        this.journeys = journeys;
        this.runs = new Runs(journeys.journeys(), services);
        this.entrance = new Entrance(journeys.journeys(), services);
    }

    /** Returns whether anything has changed. */
    boolean reconcile(Customer customer, Instant time, Set<JourneyId> migrating, Decision decision) {
        Facts facts = new Facts(customer, time, decision);
        boolean changed = journeys.traits().forgetOthers(customer);
        changed |= journeys.segments().forgetOthers(customer);
        Moment moment = Moment.ofDeadline(
                customer.id(),
                Deadline.millisOf(time),
                customer.profile(),
                journeys.traits().of(customer));
        changed |= journeys.watches().forgetOthers(customer);
        int occasions = customer.occasions().size();
        customer.forgetOccasions(
                occasion -> journeys.journeys().newest(occasion.journey()).isEmpty());
        changed |= customer.occasions().size() != occasions;
        int entries = customer.entries().size();
        customer.forgetEntries(
                entry -> journeys.journeys().newest(entry.journey()).isEmpty());
        changed |= customer.entries().size() != entries;
        for (Run run : runs.all(customer)) {
            CompiledJourney journey = journeys.journeys().find(run.journey());
            if (journey == null || journey.standing() == Standing.ENDED) {
                runs.end(customer, run, moment, JOURNEY_ENDED, facts);
                changed = true;
            } else if (run.isActive()) {
                boolean moves = migrating.contains(run.journey().journey());
                Run moved = moves ? runs.migrate(customer, run, moment, facts) : run;
                Run held = moved.heldBack(journey.standing() == Standing.WAITING);
                if (!held.equals(run)) {
                    goOn(customer, held, moment, facts);
                    changed = true;
                }
            }
        }
        return rememberSegments(customer, moment, facts) || changed;
    }

    /** Whoever is in a segment by now does not come to be in it later. */
    private boolean rememberSegments(Customer customer, Moment moment, Facts facts) {
        boolean changed = journeys.segments().remember(customer, moment.millis());
        for (Findings.Finding finding :
                journeys.segments().existing(customer, moment).inOrder()) {
            entrance.enter(customer, finding.situation(), moment, facts)
                    .ifPresent(run -> goOn(customer, run, moment, facts));
            changed = true;
        }
        return changed;
    }

    /** A run that is held waits; one that is not, and should have gone on by now, goes on now. */
    private void goOn(Customer customer, Run changed, Moment moment, Facts facts) {
        customer.replace(changed);
        if (!changed.held() && changed.deadline() <= moment.millis()) {
            // Events of this very millisecond are still to come.
            customer.moveTo(Position.ofDeadline(moment.millis() - 1));
            runs.goOn(customer, changed, moment, changed.deadline(), facts);
        }
    }
}
