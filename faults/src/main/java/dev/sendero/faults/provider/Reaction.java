package dev.sendero.faults.provider;

import java.time.Duration;

/** What happens to a call: whether it has an effect, and what the caller hears. */
public sealed interface Reaction {

    Reaction TAKE = new Take(Duration.ZERO);

    /** It has its effect, and the answer says so. @param after how long the answer takes */
    record Take(Duration after) implements Reaction {}

    /**
     * It has no effect, and the answer says so.
     *
     * @param status of HTTP, or the code of an SMTP reply to the final dot
     * @param retryAfter what the answer asks for; zero for nothing
     */
    record Refuse(int status, Duration retryAfter) implements Reaction {}

    /**
     * The answer speaks of an error of the provider's own.
     *
     * @param status of HTTP, or the code of an SMTP reply to the final dot
     * @param taken whether it has its effect all the same
     */
    record Break(int status, boolean taken) implements Reaction {}

    /** The connection closes without an answer. @param taken whether it has its effect all the same */
    record Drop(boolean taken) implements Reaction {}

    /** There is no answer until the provider is closed, or told to behave otherwise. @param taken as above */
    record Hang(boolean taken) implements Reaction {}
}
