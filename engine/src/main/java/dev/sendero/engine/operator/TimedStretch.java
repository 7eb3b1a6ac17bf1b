package dev.sendero.engine.operator;

import java.time.Duration;

/** Ends after some time. The clock only divides the work: it has no say in what is decided. */
final class TimedStretch implements Stretch {

    private static final long serialVersionUID = 1;

    /** The clock is looked at once in so many pieces of work, as looking costs as much as a small piece. */
    private static final int PIECES_BETWEEN_LOOKS = 16;

    private final long nanos;
    private long end;
    private int piecesToLook;

    TimedStretch(Duration length) {
        nanos = length.toNanos();
    }

    @Override
    public void begin() {
        end = System.nanoTime() + nanos;
        piecesToLook = PIECES_BETWEEN_LOOKS;
    }

    @Override
    public boolean isOver() {
        if (--piecesToLook > 0) {
            return false;
        }
        piecesToLook = PIECES_BETWEEN_LOOKS;
        return System.nanoTime() - end >= 0;
    }
}
