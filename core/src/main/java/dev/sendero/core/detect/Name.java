package dev.sendero.core.detect;

/**
 * The name of an event as the compiled journeys know it.
 *
 * @param id from 0; below 0 for all names that no journey mentions
 * @param isActivity whether it is something that the customer did, and not a receipt of our own messages
 */
record Name(int id, boolean isActivity) {

    private static final int BITS = 63;

    /** A name that no journey mentions. */
    static final Name OTHER = new Name(-1, true);

    /** The receipts that no journey mentions. */
    static final Name OTHER_RECEIPT = new Name(-1, false);

    /** All names, also those that are not mentioned. */
    static final long ALL = -1L;

    /** One of 64 bits. Several names share one where there are many. */
    long bit() {
        return id < 0 ? 1L << BITS : 1L << (id % BITS);
    }
}
