package dev.sendero.core.identity;

import dev.sendero.api.event.Event;
import dev.sendero.core.state.Position;

/**
 * An event of an anonymous id, as far as identity goes.
 *
 * @param anonymousId never blank
 * @param user empty while nobody has logged in
 */
public record Sighting(String anonymousId, String user, Position position) {

    /** @param event with an anonymous id */
    public static Sighting of(Event event) {
        return new Sighting(
                event.anonymousId(), event.isAnonymous() ? "" : event.customer().value(), Position.of(event));
    }

    boolean isAnonymous() {
        return user.isEmpty();
    }
}
