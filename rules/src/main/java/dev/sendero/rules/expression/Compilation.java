package dev.sendero.rules.expression;

import java.util.List;

/** What compiling a source gave. */
public sealed interface Compilation<T> {

    record Compiled<T>(T result) implements Compilation<T> {}

    /** @param issues at least one */
    record Refused<T>(List<Issue> issues) implements Compilation<T> {}

    /**
     * One thing that is wrong with a source.
     *
     * @param offset where, in code points from the source's start, from 0
     * @param hint what to write instead; empty when there is nothing to add
     */
    record Issue(int offset, int length, String message, String hint) {}
}
