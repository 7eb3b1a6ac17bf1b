package dev.sendero.rules.project;

import java.util.SortedMap;

/**
 * The files of a project, read and not yet understood.
 *
 * @param texts contents by path relative to the project, with forward slashes
 */
public record ProjectFiles(SortedMap<String, String> texts) {}
