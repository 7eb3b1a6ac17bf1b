package dev.sendero.rules.problem;

/**
 * Where in a file.
 *
 * @param file path relative to the project, with forward slashes
 * @param line from 1
 * @param column from 1, in code points
 * @param length code points that are meant, at least 1; the caret of a report stands under the first
 */
public record Place(String file, int line, int column, int length) {

    /** The beginning of a file, for what is wrong with all of it. */
    public static Place startOf(String file) {
        return new Place(file, 1, 1, 1);
    }
}
