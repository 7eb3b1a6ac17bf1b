package dev.sendero.gateway.ingest;

/** What a request may be at most. Segment's own limits where it has them (Segment, "HTTP Tracking API": 32 KB, 500 KB). */
final class IngestLimits {

    /** A request's body, before and after it is unpacked. */
    static final int BATCH_BYTES = 500 << 10;

    /**
     * What is read of a larger body and thrown away. A sender that is still writing when the connection closes never
     * sees the answer (RFC 9112, 9.6).
     */
    static final int DISCARDED_BYTES = 4 << 20;

    static final int EVENT_BYTES = 32 << 10;

    static final int STRING_CHARACTERS = 64 << 10;

    /** Names and ids: they are kept in every customer's state. */
    static final int NAME_CHARACTERS = 256;

    /** Problems listed in one answer. */
    static final int PROBLEMS_LISTED = 100;

    private IngestLimits() {}
}
