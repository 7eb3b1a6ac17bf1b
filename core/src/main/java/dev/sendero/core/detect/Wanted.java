package dev.sendero.core.detect;

import dev.sendero.rules.expression.fast.PredicateText;

/** An event of one name under a condition. */
record Wanted(String event, Question where) {

    String text() {
        return PredicateText.quoted(event) + " where " + where.text();
    }
}
