package dev.sendero.core.run;

import dev.sendero.api.StepId;
import dev.sendero.api.fact.FactType;
import dev.sendero.core.scope.Moment;
import dev.sendero.core.state.Customer;
import dev.sendero.core.state.Run;

/** One run going through its steps at one moment, until it rests or ends. */
final class Walk {

    private final Services services;
    private final CompiledJourney journey;
    private final Customer customer;
    private final Moment moment;
    private final Facts facts;
    private final long dueAt;
    private Run run;

    /** @param dueAt when the run should have gone on; earlier than the moment for a run that was held back */
    Walk(
            Services services,
            CompiledJourney journey,
            Customer customer,
            Moment moment,
            Facts facts,
            long dueAt,
            Run run) {
        this.services = services;
        this.journey = journey;
        this.customer = customer;
        this.moment = moment;
        this.facts = facts;
        this.dueAt = dueAt;
        this.run = run;
    }

    /** Goes on with a node and with what follows. */
    void from(int position) {
        int next = position;
        while (next != Node.STOP && next != journey.program().end()) {
            next = journey.program().at(next).take(this);
        }
        if (next != Node.STOP) {
            end(FactType.COMPLETED, "");
        }
    }

    /** The run rests in a new state. */
    int rest(Run resting) {
        run = resting;
        customer.replace(resting);
        return Node.STOP;
    }

    /** The run leaves by a step; what it has asked to be sent still goes out. */
    int exit(String reason) {
        end(FactType.EXITED, reason);
        return Node.STOP;
    }

    private void end(FactType how, String reason) {
        facts.ofRun(run, how, reason);
        Endings.end(customer, journey, run, moment.millis(), services.bounds(), facts);
    }

    /** @param arm which way the step goes; empty where there is only one */
    void reached(StepId step, String arm) {
        facts.ofStep(run, FactType.STEP, step.value(), arm, "");
    }

    Services services() {
        return services;
    }

    CompiledJourney journey() {
        return journey;
    }

    Customer customer() {
        return customer;
    }

    Moment moment() {
        return moment;
    }

    Facts facts() {
        return facts;
    }

    long dueAt() {
        return dueAt;
    }

    Run run() {
        return run;
    }
}
