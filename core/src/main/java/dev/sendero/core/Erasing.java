package dev.sendero.core;

import dev.sendero.api.event.ErasureEvents;
import dev.sendero.api.event.Event;
import dev.sendero.api.message.Erasure;
import dev.sendero.core.run.Facts;
import dev.sendero.core.run.Runs;
import dev.sendero.core.run.Services;
import dev.sendero.core.scope.Moment;
import dev.sendero.core.state.Customer;
import dev.sendero.core.state.Deadline;
import dev.sendero.core.state.Position;
import dev.sendero.core.state.Run;
import java.time.Instant;

/** Forgets customers. */
final class Erasing {

    static final String ERASED = "erased";

    private final JourneySet journeys;
    private final Runs runs;

    Erasing(JourneySet journeys, Services services) {
        this.journeys = journeys;
        this.runs = new Runs(journeys.journeys(), services);
    }

    /** What was due before is not done any more. An erasure that comes late is as of what has been decided since. */
    void erase(Customer customer, Event erasure, Decision decision) {
        long millis = Math.max(
                Deadline.millisOf(erasure.timestamp()), customer.position().millis());
        Instant at = Instant.ofEpochMilli(millis);
        Moment moment = Moment.ofDeadline(
                customer.id(), millis, customer.profile(), journeys.traits().of(customer));
        var facts = new Facts(customer, at, decision);
        for (Run run : runs.all(customer)) {
            runs.end(customer, run, moment, ERASED, facts);
        }
        customer.forgetAll();
        customer.moveTo(new Position(millis, erasure.id().value()));
        decision.erased(new Erasure(customer.id(), at, erasure.id(), ErasureEvents.whyOf(erasure)));
    }
}
