package dev.sendero.core.run;

import dev.sendero.api.StepId;
import dev.sendero.api.fact.FactType;
import dev.sendero.core.scope.Moment;
import dev.sendero.core.state.Customer;
import dev.sendero.core.state.Run;
import dev.sendero.rules.journey.Step;
import java.util.ArrayList;
import java.util.List;

/** One run going through its steps at one moment, until it rests or ends. */
final class Walk {

    private final Services services;
    private final CompiledJourney journey;
    private final Customer customer;
    private final Moment moment;
    private final Facts facts;
    private final long dueAt;
    private Run run;
    private List<Started> starts = List.of();

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

    /** The run goes on as it is now. */
    void carry(Run changed) {
        run = changed;
    }

    /** Another journey is to be entered when the run rests or has ended. */
    void start(Step.Start step) {
        if (starts.isEmpty()) {
            starts = new ArrayList<>(1);
        }
        starts.add(new Started(step, run));
    }

    /** What is to be entered, in the order of the steps. */
    List<Started> starts() {
        return starts;
    }

    /** A step that starts another journey, and the run as it was there. */
    record Started(Step.Start step, Run by) {}

    /** Goes on from a node at which the run waits: its time has come. */
    void resume(int position) {
        from(((RestingNode) journey.program().at(position)).resume(this));
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
        reached(step, arm, "");
    }

    /** @param reason why the step does what it does, where that is not plain */
    void reached(StepId step, String arm, String reason) {
        run = LookBack.reached(journey.program(), run, step, moment.millis());
        facts.ofStep(run, FactType.STEP, step.value(), arm, reason);
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
