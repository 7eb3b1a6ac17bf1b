package dev.sendero.engine.operator;

/** Ends after so many pieces of work, so that tests can look in between. */
final class CountedStretch implements Stretch {

    private static final long serialVersionUID = 1;

    private final int pieces;
    private int left;

    CountedStretch(int pieces) {
        this.pieces = pieces;
    }

    @Override
    public void begin() {
        left = pieces;
    }

    @Override
    public boolean isOver() {
        return --left <= 0;
    }
}
