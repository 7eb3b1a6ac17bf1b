package dev.sendero.core;

import dev.sendero.api.fact.Fact;
import dev.sendero.api.message.Cancellation;
import dev.sendero.api.message.Message;

/** What a decision asks the world to do. */
public sealed interface Effect {

    record Send(Message message) implements Effect {}

    record Cancel(Cancellation cancellation) implements Effect {}

    record Record(Fact fact) implements Effect {}
}
