package dev.sendero.core.identity;

import dev.sendero.core.state.Position;
import java.util.List;

/**
 * Whose an event is.
 *
 * @param <E> what the host keeps of an event
 */
public sealed interface Recognition<E> {

    /** The user or, while nobody has logged in, the anonymous id. */
    String customer();

    record Known<E>(String customer) implements Recognition<E> {}

    /**
     * The first event of an anonymous id with a user: from here on, what the anonymous id does is the user's.
     *
     * @param at the place of the login; after all of the history, also where the login came late
     * @param history what the anonymous id did before, in order; at most as much as the bounds allow
     */
    record Login<E>(String customer, Position at, List<E> history) implements Recognition<E> {}
}
