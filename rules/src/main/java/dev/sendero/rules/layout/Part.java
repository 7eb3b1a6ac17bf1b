package dev.sendero.rules.layout;

import java.util.List;

/** A value of a file with its place in the text, from which its layout is taken. */
sealed interface Part {

    /** Offset of its first character. */
    int start();

    /** Offset behind its last character. */
    int end();

    /** @param block whether it is a text of {@code |} or {@code >} */
    record Scalar(int start, int end, boolean block) implements Part {}

    /** @param flow whether it stands in braces */
    record Mapping(int start, int end, boolean flow, List<Entry> entries) implements Part {}

    /** @param flow whether it stands in brackets */
    record Sequence(int start, int end, boolean flow, List<Part> items) implements Part {}

    /** A key with its value. */
    record Entry(Scalar key, Part value) {}
}
