package dev.sendero.engine.event;

import java.util.List;

/** What an event says about a device and the user who logs in on it, as the identity step has found out. */
public sealed interface Linkage {

    /** Nothing new. */
    Linkage NONE = new None();

    record None() implements Linkage {}

    /**
     * The customer logs in by this event, and takes over what the device did before.
     *
     * @param atMillis the time of the login, milliseconds since 1970; not before any of the history
     * @param history events of the customer by now, in their order
     */
    record Login(long atMillis, List<ReceivedEvent> history) implements Linkage {}

    /** The customer was a device, and a user logs in on it by this event, which is the user's: nothing else happens. */
    record Departure() implements Linkage {}
}
