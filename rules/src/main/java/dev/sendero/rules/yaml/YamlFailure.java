package dev.sendero.rules.yaml;

import dev.sendero.rules.problem.Place;
import java.util.List;

/**
 * Why a text is no YAML.
 *
 * @param suspects lines that may be the cause, likeliest first
 */
record YamlFailure(Place place, String message, String hint, List<Integer> suspects) {

    boolean isBefore(YamlFailure other) {
        return place.line() < other.place.line()
                || place.line() == other.place.line() && place.column() < other.place.column();
    }
}
