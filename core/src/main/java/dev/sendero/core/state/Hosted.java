package dev.sendero.core.state;

import java.util.Arrays;

/** What a detector that is not built in remembers of one customer. Immutable. */
public final class Hosted {

    private static final byte[] NO_CONTENT = {};

    private final JourneyVersion journey;
    private final byte[] content;
    private final long deadline;

    /**
     * @param journey the version whose situations it recognises
     * @param content known to the detector alone, and not to be changed any more; empty when there is nothing to
     *     remember
     * @param deadline when the detector is to be asked again, milliseconds since 1970; {@link Deadline#NEVER} for never
     */
    public Hosted(JourneyVersion journey, byte[] content, long deadline) {
        this.journey = journey;
        this.content = content;
        this.deadline = deadline;
    }

    public static Hosted nothing(JourneyVersion journey) {
        return new Hosted(journey, NO_CONTENT, Deadline.NEVER);
    }

    public JourneyVersion journey() {
        return journey;
    }

    /** Not to be changed. */
    public byte[] content() {
        return content;
    }

    public long deadline() {
        return deadline;
    }

    /** Nothing to remember: it is not kept. */
    public boolean isEmpty() {
        return content.length == 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hosted that
                && journey.equals(that.journey)
                && Arrays.equals(content, that.content)
                && deadline == that.deadline;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * journey.hashCode() + Arrays.hashCode(content)) + Long.hashCode(deadline);
    }
}
