package dev.sendero.rules.journey.reading;

import dev.sendero.rules.journey.Journey;
import java.util.SortedSet;

/**
 * A journey as far as it could be read.
 *
 * @param journey has harmless stand-ins where the file has problems
 * @param templates the template files that it uses
 * @param sound whether neither the file nor a template that it uses has an error of its own
 */
public record ReadJourney(Journey journey, ElementPlaces places, SortedSet<String> templates, boolean sound) {}
