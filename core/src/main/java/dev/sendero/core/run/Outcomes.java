package dev.sendero.core.run;

import dev.sendero.api.fact.Fact;
import dev.sendero.api.message.Cancellation;
import dev.sendero.api.message.Message;

/** Where decisions go, in the order in which they come about. */
public interface Outcomes {

    void record(Fact fact);

    /** @param what of which kind there is no room for more, as {@code Bounds} calls it */
    void notTakenUp(String what);

    void send(Message message);

    void cancel(Cancellation cancellation);
}
