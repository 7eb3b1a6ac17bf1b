package dev.sendero.rules.yaml;

import dev.sendero.rules.problem.Place;
import java.util.List;

/** {@code [a, b]}, or lines that begin with a hyphen. */
public record YamlSequence(Place place, List<YamlNode> items) implements YamlNode {

    @Override
    public String describe() {
        return "a list";
    }
}
