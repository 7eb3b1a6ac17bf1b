package dev.sendero.engine.identity;

import dev.sendero.core.identity.Identity;
import dev.sendero.core.identity.Recognition;
import dev.sendero.core.identity.Sighting;
import dev.sendero.core.identity.Visitor;
import dev.sendero.engine.event.Linkage;
import dev.sendero.engine.event.ReceivedEvent;
import java.time.Instant;
import java.util.List;

/** What becomes of an event of an anonymous id: events under the customers whose they are, with logins and departures. */
public final class Recognised {

    private Recognised() {}

    /**
     * To be called for the events of one anonymous id in their order.
     *
     * @param visitor what is kept of the anonymous id
     * @return one event or, at a login, the departure of the anonymous id and the login of its user, in this order
     */
    public static List<ReceivedEvent> of(
            Identity<ReceivedEvent> identity, Visitor<ReceivedEvent> visitor, ReceivedEvent event) {
        Recognition<ReceivedEvent> recognition = identity.see(visitor, sighting(event), event);
        if (recognition instanceof Recognition.Login<ReceivedEvent> login) {
            long atMillis = login.at().millis();
            List<ReceivedEvent> history = login.history().stream()
                    .map(past -> past.of(login.customer()))
                    .toList();
            return List.of(departure(event, atMillis), event.with(new Linkage.Login(atMillis, history)));
        }
        return List.of(event.of(recognition.customer()));
    }

    private static Sighting sighting(ReceivedEvent event) {
        String user = event.key().equals(event.anonymousId()) ? "" : event.key();
        return new Sighting(event.anonymousId(), user, event.position());
    }

    private static ReceivedEvent departure(ReceivedEvent login, long atMillis) {
        return ReceivedEvent.of(login.raw().at(Instant.ofEpochMilli(atMillis)), login.admission())
                .with(new Linkage.Departure())
                .of(login.anonymousId());
    }
}
