package dev.sendero.core;

import dev.sendero.core.run.CompiledJourney;
import dev.sendero.core.run.Facts;
import dev.sendero.core.run.Runs;
import dev.sendero.core.run.Services;
import dev.sendero.core.run.Standing;
import dev.sendero.core.scope.Moment;
import dev.sendero.core.state.Customer;
import dev.sendero.core.state.Deadline;
import dev.sendero.core.state.Run;
import java.time.Instant;

/** Brings a customer in line with a changed set of journeys. */
final class Reconciliation {

    static final String JOURNEY_ENDED = "journey ended";

    private final JourneySet journeys;
    private final Runs runs;

    Reconciliation(JourneySet journeys, Services services) {
        this.journeys = journeys;
        this.runs = new Runs(journeys.journeys(), services);
    }

    void reconcile(Customer customer, Instant time, Decision decision) {
        Facts facts = new Facts(customer, time, decision);
        Moment moment = Moment.ofDeadline(customer.id(), Deadline.millisOf(time), customer.profile());
        journeys.watches().forgetOthers(customer);
        customer.entries()
                .removeIf(entry -> journeys.journeys().newest(entry.journey()).isEmpty());
        for (Run run : runs.all(customer)) {
            CompiledJourney journey = journeys.journeys().find(run.journey());
            if (journey == null || journey.standing() == Standing.ENDED) {
                runs.end(customer, run, moment, JOURNEY_ENDED, facts);
            } else if (run.isActive() && run.held() != (journey.standing() == Standing.WAITING)) {
                hold(customer, run, journey, moment, facts);
            }
        }
    }

    /** A run that is held waits; one that is let go, and should have gone on meanwhile, goes on now. */
    private void hold(Customer customer, Run run, CompiledJourney journey, Moment moment, Facts facts) {
        Run changed = run.heldBack(journey.standing() == Standing.WAITING);
        customer.replace(changed);
        if (!changed.held() && changed.deadline() <= moment.millis()) {
            customer.moveTo(moment.position());
            runs.goOn(customer, changed, moment, changed.deadline(), facts);
        }
    }
}
