package dev.sendero.rules.project;

import dev.sendero.rules.problem.Problem;
import java.util.List;
import java.util.SortedMap;

/**
 * The files of a project, read and not yet understood.
 *
 * @param texts contents by path relative to the project, with forward slashes
 * @param refused files that were not read, and why: too large, not UTF-8, a link out of the folder
 */
public record ProjectFiles(SortedMap<String, String> texts, List<Problem> refused) {

    public ProjectFiles(SortedMap<String, String> texts) {
        this(texts, List.of());
    }
}
