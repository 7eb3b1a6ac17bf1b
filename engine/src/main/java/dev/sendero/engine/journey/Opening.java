package dev.sendero.engine.journey;

/**
 * A time in which situations may begin a version.
 *
 * @param from the first millisecond of event time
 * @param until the first millisecond after it; {@link #OPEN} as long as nothing has closed it
 */
public record Opening(long from, long until) {

    public static final long OPEN = Long.MAX_VALUE;

    boolean isOpen() {
        return until == OPEN;
    }
}
