package dev.sendero.core.detect;

import java.util.List;

/** When situations of a journey version may begin. */
public record Openings(List<Opening> list) {

    public Openings {
        list = List.copyOf(list);
    }

    /**
     * @param from the first millisecond, since 1970
     * @param until the first millisecond after it
     */
    public record Opening(long from, long until) {

        public boolean contains(long millis) {
            return from <= millis && millis < until;
        }
    }

    /** Whether they leave nothing out. */
    public boolean areAlways() {
        return list.stream().anyMatch(opening -> opening.from() == Long.MIN_VALUE && opening.until() == Long.MAX_VALUE);
    }

    public boolean contain(long millis) {
        for (Opening opening : list) {
            if (opening.contains(millis)) {
                return true;
            }
        }
        return false;
    }
}
