package dev.sendero.cli.backtest;

import dev.sendero.core.Linked;
import dev.sendero.core.state.Position;

/** A login, as it stands among the events of the one or the other. */
public sealed interface Turn {

    /** It comes right before the event that stands here. */
    Position at();

    /** The customer is the user, and takes over what a device did. */
    record Login(Position at, Linked linked) implements Turn {}

    /** The customer is the device. */
    record Departure(Position at) implements Turn {}
}
