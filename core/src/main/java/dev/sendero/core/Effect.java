package dev.sendero.core;

import dev.sendero.api.fact.Fact;
import dev.sendero.api.message.Cancellation;
import dev.sendero.api.message.Erasure;
import dev.sendero.api.message.Message;

/** What a decision asks the world to do. */
public sealed interface Effect {

    record Send(Message message) implements Effect {}

    record Cancel(Cancellation cancellation) implements Effect {}

    record Record(Fact fact) implements Effect {}

    record Erase(Erasure erasure) implements Effect {}

    /**
     * As much is known of the customer as may be, so the input said something that is not taken up. No journey is at
     * fault, so it is no fact of one.
     *
     * @param what of which kind, as {@code Bounds} calls it
     */
    record NotTakenUp(String what) implements Effect {}

    /**
     * An amount is in another currency than the project's, so it is not added.
     *
     * @param trait to which it would have been added
     * @param currency as the event names it, in capital letters
     */
    record NotAdded(String trait, String currency) implements Effect {}
}
