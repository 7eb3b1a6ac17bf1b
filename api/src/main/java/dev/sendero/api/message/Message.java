package dev.sendero.api.message;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.sendero.api.CustomerId;
import dev.sendero.api.JourneyId;
import dev.sendero.api.RunId;
import dev.sendero.api.StepId;
import java.time.Instant;
import java.util.Map;

/**
 * One intended send. What is said is frozen: the content by its hash, the variables by value; rendering is a function
 * of this record and that content.
 *
 * @param version the version of the journey that decided it
 * @param at the event time of the decision
 * @param to the profile's address or number; empty when the content names its own recipient
 * @param group the subscription group; empty for actions
 * @param variables what templates may name: {@code profile}, {@code run}, {@code now}
 * @param expires when it is too late to send; {@link Instant#MAX} for never
 */
public record Message(
        MessageId id,
        JourneyId journey,
        String version,
        RunId run,
        StepId step,
        Channel channel,
        CustomerId customer,
        Instant at,
        String to,
        String group,
        ContentId content,
        Map<String, Object> variables,
        Instant expires)
        implements Outbound {

    /** Whose the messages are of customers who have been erased. */
    public static final CustomerId ERASED = new CustomerId("(erased)");

    /** What is left of it when its customer is erased: nothing that says who that was. */
    public Message erased() {
        return new Message(
                id, journey, version, RunId.NONE, step, channel, ERASED, at, "", group, content, Map.of(), expires);
    }

    @JsonIgnore
    public boolean isErased() {
        return customer.equals(ERASED) && run.equals(RunId.NONE);
    }

    /** The same, sent whenever it is possible. */
    public Message withoutExpiry() {
        return new Message(
                id, journey, version, run, step, channel, customer, at, to, group, content, variables, Instant.MAX);
    }
}
