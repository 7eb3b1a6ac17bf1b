package dev.sendero.rules.yaml;

import dev.sendero.rules.problem.Place;

/** Where the characters of a value come from, in a file. */
public interface ScalarOrigin {

    /**
     * @param offset in code points from the value's start, from 0; one behind the end is allowed
     * @param length in code points
     */
    Place placeOf(int offset, int length);

    /** All of a value stands at one place. */
    static ScalarOrigin at(Place place) {
        return (offset, length) -> place;
    }
}
