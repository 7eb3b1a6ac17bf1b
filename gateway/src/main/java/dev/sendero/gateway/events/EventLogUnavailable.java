package dev.sendero.gateway.events;

/** The log did not take events in time; to send them again is safe, because events are known by their ids. */
public final class EventLogUnavailable extends Exception {

    private static final long serialVersionUID = 1;

    public EventLogUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
