package dev.sendero.core.detect;

import dev.sendero.api.event.Event;
import dev.sendero.api.event.EventType;
import dev.sendero.core.state.JourneyVersion;

/**
 * A detector that is not built in, at work for a journey version.
 *
 * @param rank in the order in which journeys decide
 */
record HostedWatch(JourneyVersion journey, int rank, Detector detector, Openings openings) {

    boolean sees(Event event) {
        return detector.eventNames().contains(event.name())
                || (detector.seesAllEvents()
                        && event.type() != EventType.HEARTBEAT
                        && !Watches.isReceipt(event.name()));
    }
}
