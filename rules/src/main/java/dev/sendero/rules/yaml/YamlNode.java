package dev.sendero.rules.yaml;

import dev.sendero.rules.problem.Place;

/** A value in a YAML file. Immutable. */
public sealed interface YamlNode permits YamlMapping, YamlSequence, YamlScalar {

    /** Where it begins. */
    Place place();

    /** What it is, for messages: {@code a text}, {@code a list}, … */
    String describe();
}
