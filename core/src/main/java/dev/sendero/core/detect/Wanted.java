package dev.sendero.core.detect;

/** An event of one name under a condition. */
record Wanted(String event, Question where) {

    String text() {
        return Quoted.text(event) + " where " + where.text();
    }
}
