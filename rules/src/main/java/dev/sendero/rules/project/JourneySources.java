package dev.sendero.rules.project;

import java.util.SortedSet;

/**
 * Which files a journey is made of.
 *
 * @param file the journey's own
 * @param templates the templates and partials that it uses
 */
public record JourneySources(String file, SortedSet<String> templates) {}
