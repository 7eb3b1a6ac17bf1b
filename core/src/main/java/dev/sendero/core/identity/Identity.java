package dev.sendero.core.identity;

import dev.sendero.core.identity.IdentityBounds.Bite;
import dev.sendero.core.state.Deadline;
import dev.sendero.core.state.Position;
import java.util.List;
import java.util.function.Consumer;

/**
 * Says whose the events of anonymous ids are. The first event with an anonymous id and a user links them; a later one
 * with another user hands the anonymous id over to that one. Links do not chain. An event that comes too late to be in
 * order changes no newer link.
 *
 * @param <E> what the host keeps of an event
 */
public final class Identity<E> {

    private final IdentityBounds bounds;
    private final Consumer<Bite> bites;

    /** @param bites told whenever a bound leaves something out */
    public Identity(IdentityBounds bounds, Consumer<Bite> bites) {
        this.bounds = bounds;
        this.bites = bites;
    }

    /** To be called for the events of one anonymous id in their order. */
    public Recognition<E> see(Visitor<E> visitor, Sighting sighting, E event) {
        visitor.seen(sighting.position().millis());
        if (sighting.isAnonymous()) {
            return seeAnonymous(visitor, sighting, event);
        }
        if (visitor.isShared() || visitor.user().equals(sighting.user())) {
            return new Recognition.Known<>(sighting.user());
        }
        return visitor.isLinked() ? change(visitor, sighting) : login(visitor, sighting);
    }

    private Recognition<E> seeAnonymous(Visitor<E> visitor, Sighting sighting, E event) {
        if (visitor.isLinked()) {
            return new Recognition.Known<>(visitor.user());
        }
        if (!visitor.isShared()) {
            visitor.remember(new Remembered<>(sighting.position(), event));
            count(visitor.forgetBefore(oldest(visitor.seenAt())));
            count(visitor.forgetBeyond(bounds.events()));
        }
        return new Recognition.Known<>(sighting.anonymousId());
    }

    private Recognition<E> login(Visitor<E> visitor, Sighting sighting) {
        count(visitor.forgetBefore(oldest(sighting.position().millis())));
        List<Remembered<E>> history = visitor.history();
        Position at = sighting.position();
        if (!history.isEmpty()) {
            Position newest = history.get(history.size() - 1).position();
            at = newest.isAfter(at) ? newest : at;
        }
        visitor.link(sighting.user(), sighting.position());
        return new Recognition.Login<>(
                sighting.user(), at, history.stream().map(Remembered::event).toList());
    }

    private Recognition<E> change(Visitor<E> visitor, Sighting sighting) {
        if (sighting.position().isAfter(visitor.linkedAt())) {
            if (visitor.links() < bounds.links()) {
                visitor.link(sighting.user(), sighting.position());
            } else {
                visitor.share();
                bites.accept(Bite.LINKS);
            }
        }
        return new Recognition.Known<>(sighting.user());
    }

    /** When nothing is left that anybody could ask for; milliseconds since 1970. */
    public long forgettableAt(Visitor<E> visitor) {
        return Deadline.after(
                visitor.seenAt(), visitor.isLinked() || visitor.isShared() ? bounds.memory() : bounds.age());
    }

    private long oldest(long newest) {
        long age = bounds.age().toMillis();
        return newest < Long.MIN_VALUE + age ? Long.MIN_VALUE : newest - age;
    }

    private void count(int leftOut) {
        for (int i = 0; i < leftOut; i++) {
            bites.accept(Bite.HISTORY);
        }
    }
}
