package dev.sendero.core.run;

import dev.sendero.api.Money;
import dev.sendero.api.RunId;
import dev.sendero.api.fact.Fact;
import dev.sendero.api.fact.FactType;
import dev.sendero.api.message.Cancellation;
import dev.sendero.core.state.Customer;
import dev.sendero.core.state.JourneyVersion;
import dev.sendero.core.state.Run;
import java.time.Instant;

/** Words for the journey log: what one input brings about for one customer at one time. */
public final class Facts {

    private final Customer customer;
    private final Instant at;
    private final Outcomes outcomes;

    public Facts(Customer customer, Instant at, Outcomes outcomes) {
        this.customer = customer;
        this.at = at;
        this.outcomes = outcomes;
    }

    public Outcomes outcomes() {
        return outcomes;
    }

    /** Something about a run as a whole. */
    void ofRun(Run run, FactType type, String reason) {
        write(run.journey(), run.id(), run.key(), type, "", "", reason, Money.NONE);
    }

    /** Something about a step of a run. */
    void ofStep(Run run, FactType type, String step, String arm, String reason) {
        write(run.journey(), run.id(), run.key(), type, step, arm, reason, Money.NONE);
    }

    void converted(Run run, Money value) {
        write(run.journey(), run.id(), run.key(), FactType.CONVERTED, "", "", "", value);
    }

    /** @param run the run that would have begun */
    void notEntered(JourneyVersion journey, RunId run, String key, String reason) {
        write(journey, run, key, FactType.NOT_ENTERED, "", "", reason, Money.NONE);
    }

    /**
     * The run has left, and what it wanted to send is not to be sent any more.
     *
     * @param step where it rested; empty when that cannot be said
     */
    void left(Run run, String step, String reason) {
        ofStep(run, FactType.EXITED, step, "", reason);
        outcomes.cancel(new Cancellation(run.journey().journey(), run.id(), customer.id(), at, reason));
    }

    /**
     * The oldest of something gave way to something newer. Said once of a journey, a key and an instant, however often.
     *
     * @param what of which, as {@code Bounds} calls it
     */
    public void boundReached(JourneyVersion journey, String key, String what) {
        write(journey, RunId.NONE, key, FactType.BOUND_REACHED, "", "", what, Money.NONE);
    }

    private void write(
            JourneyVersion journey,
            RunId run,
            String key,
            FactType type,
            String step,
            String arm,
            String reason,
            Money value) {
        outcomes.record(new Fact(
                at,
                journey.journey(),
                journey.version(),
                run,
                customer.id().value(),
                type,
                step,
                arm,
                key,
                reason,
                value,
                0));
    }
}
