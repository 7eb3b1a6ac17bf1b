package dev.sendero.cli.events;

import dev.sendero.rules.problem.Place;

/**
 * A column that a column map names.
 *
 * @param place where the map names it
 */
public record MappedColumn(String name, Place place) {}
