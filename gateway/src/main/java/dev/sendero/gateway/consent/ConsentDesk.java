package dev.sendero.gateway.consent;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.Hash;
import dev.sendero.api.event.ConsentEvents;
import dev.sendero.api.event.Event;
import dev.sendero.gateway.events.AcceptedEvents;
import dev.sendero.gateway.events.EventLogUnavailable;
import dev.sendero.store.consent.ConsentChange;
import dev.sendero.store.consent.ConsentLog;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes down what customers say of consent: in the log first, at which the courier looks before every call, then as
 * events, by which journeys know.
 */
public final class ConsentDesk {

    private static final int WORDS_LOOKED_AT = 1_000;

    private final ConsentLog log;
    private final AcceptedEvents events;
    private final InstantSource clock;

    public ConsentDesk(ConsentLog log, AcceptedEvents events, InstantSource clock) {
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param source where the customer says it, such as {@code preference page}
     * @param textVersion which wording they saw; empty when it is not known
     * @throws EventLogUnavailable when it is in the log, and journeys do not know of it yet: to be said again
     */
    public void takeDown(CustomerId customer, List<Choice> choices, String source, String textVersion)
            throws EventLogUnavailable {
        Instant now = clock.instant();
        var changes = new ArrayList<ConsentChange>();
        var told = new ArrayList<Event>();
        for (Choice choice : choices) {
            changes.add(new ConsentChange(
                    customer, choice.channel(), choice.group(), choice.granted(), now, source, textVersion));
            told.add(ConsentEvents.of(
                    idOf(customer, choice, now), customer, choice.channel(), choice.group(), choice.granted(), now));
        }
        log.append(changes);
        events.append(told);
    }

    /** What events that others have sent say of consent; to be called before these events are accepted. */
    public void takeDown(List<Event> sent) {
        log.append(ConsentOfEvents.of(sent));
    }

    private static EventId idOf(CustomerId customer, Choice choice, Instant at) {
        return new EventId("consent-"
                + Hash.of(
                        24,
                        customer.value(),
                        choice.channel().wireName(),
                        choice.group(),
                        Boolean.toString(choice.granted()),
                        at.toString()));
    }

    /** What a customer has said until now. */
    public StatedConsent statedBy(CustomerId customer) {
        return new StatedConsent(log.of(customer, WORDS_LOOKED_AT));
    }
}
