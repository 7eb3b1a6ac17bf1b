package dev.sendero.core.state;

import java.util.Arrays;

/**
 * Which events computed traits have counted: the newest {@value #MOST} of one customer, so that one that is sent again
 * does not count again, whatever has come meanwhile. Of each a hash of its id is kept. Immutable.
 */
public final class CountedEvents {

    static final int MOST = 64;

    public static final CountedEvents NONE = new CountedEvents(new long[0]);

    private static final long HASH_START = 0xCBF2_9CE4_8422_2325L;
    private static final long HASH_FACTOR = 0x100_0000_01B3L;

    private final long[] hashes;

    /** @param hashes oldest first; nobody changes them any more */
    CountedEvents(long[] hashes) {
        this.hashes = hashes;
    }

    /** FNV-1a over the characters of an event's id: nobody is hurt by one event in 2^58 that is taken for another. */
    public static long hashOf(String eventId) {
        long hash = HASH_START;
        for (int index = 0; index < eventId.length(); index++) {
            hash = (hash ^ eventId.charAt(index)) * HASH_FACTOR;
        }
        return hash;
    }

    public boolean has(long hash) {
        for (long known : hashes) {
            if (known == hash) {
                return true;
            }
        }
        return false;
    }

    /** With one more, that was not there; the oldest gives way. */
    public CountedEvents and(long hash) {
        int kept = Math.min(hashes.length, MOST - 1);
        long[] more = Arrays.copyOfRange(hashes, hashes.length - kept, hashes.length + 1);
        more[kept] = hash;
        return new CountedEvents(more);
    }

    /** Oldest first. Not to be changed. */
    long[] hashes() {
        return hashes;
    }

    boolean isEmpty() {
        return hashes.length == 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CountedEvents that && Arrays.equals(hashes, that.hashes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hashes);
    }
}
