package dev.sendero.rules.journey.reading;

import dev.sendero.rules.expression.Condition;
import dev.sendero.rules.problem.Place;

/**
 * A condition as it stands in a file.
 *
 * @param key behind which it stands, such as {@code where}
 * @param place where its text begins
 */
public record WrittenCondition(Condition condition, String key, Place place) {}
