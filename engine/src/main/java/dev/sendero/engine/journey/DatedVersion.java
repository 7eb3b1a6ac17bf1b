package dev.sendero.engine.journey;

import dev.sendero.core.VersionInForce;
import dev.sendero.rules.journey.JourneyState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A version that has taken effect, and when situations may begin it.
 *
 * @param openings in the order of time; only the last may be open
 */
public record DatedVersion(CompiledJourney version, List<Opening> openings) {

    /** How many are remembered, for events that come late: one for each time that the journey was paused, and some. */
    private static final int MAX_OPENINGS = 64;

    /** The same version as it was published anew, open from a time on if it is live. */
    DatedVersion publishedAgain(CompiledJourney newer, long time) {
        boolean live = newer.journey().state() == JourneyState.LIVE;
        DatedVersion same = new DatedVersion(newer, openings);
        if (live == isOpen()) {
            return same;
        }
        return live ? same.openedAt(time) : same.closedAt(time);
    }

    private DatedVersion openedAt(long time) {
        var more = new ArrayList<>(openings);
        more.add(new Opening(time, Opening.OPEN));
        return new DatedVersion(
                version, List.copyOf(more.subList(Math.max(0, more.size() - MAX_OPENINGS), more.size())));
    }

    /** Nobody begins from this time on. */
    DatedVersion closedAt(long time) {
        if (!isOpen()) {
            return this;
        }
        var closed = new ArrayList<>(openings);
        Opening last = closed.remove(closed.size() - 1);
        if (last.from() < time) {
            closed.add(new Opening(last.from(), time));
        }
        return new DatedVersion(version, List.copyOf(closed));
    }

    boolean isOpen() {
        return !openings.isEmpty() && openings.get(openings.size() - 1).isOpen();
    }

    /** After this time nothing begins any more; {@link Opening#OPEN} while something may. */
    public long closedSince() {
        return openings.isEmpty()
                ? Long.MIN_VALUE
                : openings.get(openings.size() - 1).until();
    }

    /** @param newest whether it is the newest of its journey, open or not */
    List<VersionInForce> inForce(boolean newest) {
        var list = new ArrayList<VersionInForce>();
        openings.forEach(opening ->
                list.add(new VersionInForce(version.journey(), instantOf(opening.from()), instantOf(opening.until()))));
        if (newest && !isOpen()) {
            list.add(new VersionInForce(version.journey(), Instant.MAX, Instant.MAX));
        } else if (list.isEmpty()) {
            list.add(new VersionInForce(version.journey(), Instant.MIN, Instant.MIN));
        }
        return list;
    }

    private static Instant instantOf(long millis) {
        return millis == Opening.OPEN ? Instant.MAX : Instant.ofEpochMilli(millis);
    }
}
