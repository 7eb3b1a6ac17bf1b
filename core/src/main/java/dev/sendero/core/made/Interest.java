package dev.sendero.core.made;

import java.util.ArrayList;
import java.util.List;

/**
 * When one customer was interested in one item. What is known of the time up to which all has been decided is one
 * number; what is ahead of it is kept, since it does not count for an event before it. Immutable.
 *
 * @param last when interest was shown last, of what is decided; {@link #NEVER} for not yet
 * @param gone since when the customer is somebody else; {@link Long#MAX_VALUE} for not at all
 * @param ahead when interest was shown that is not decided yet, in no order
 */
public record Interest(long last, long gone, List<Long> ahead) {

    /** No interest has been shown. */
    public static final long NEVER = Long.MIN_VALUE;

    /** Nothing is known. */
    public static final Interest NONE = new Interest(NEVER, Long.MAX_VALUE, List.of());

    /** More than anybody shows within the disorder of events; of more, the oldest are taken to be decided. */
    private static final int MOST_AHEAD = 64;

    /** @param decided up to which time all has been decided */
    public Interest shown(long millis, long decided) {
        var times = new ArrayList<>(ahead);
        times.add(millis);
        times.sort(null);
        long newLast = last;
        while (!times.isEmpty() && (times.get(0) <= decided || times.size() > MOST_AHEAD)) {
            newLast = Math.max(newLast, times.remove(0));
        }
        return new Interest(newLast, gone, List.copyOf(times));
    }

    public Interest gone(long millis) {
        return new Interest(last, Math.min(gone, millis), ahead);
    }

    /** When interest was shown last before a time or at it; {@link #NEVER} when it had not been, or not any more. */
    public long lastAt(long millis) {
        if (gone <= millis) {
            return NEVER;
        }
        long found = last <= millis ? last : NEVER;
        for (long time : ahead) {
            if (time <= millis) {
                found = Math.max(found, time);
            }
        }
        return found;
    }

    /** When interest was shown last, decided or not. */
    public long newest() {
        long newest = last;
        for (long time : ahead) {
            newest = Math.max(newest, time);
        }
        return newest;
    }
}
