package dev.sendero.api.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class WithoutWordsTest {

    @Test
    void kinds_and_places_are_told_and_messages_are_not() {
        var cause = new NumberFormatException("For input string: \"ada@example.com\"");
        var thrown = new IllegalStateException("cannot render for ada@example.com", cause);
        thrown.addSuppressed(new IllegalArgumentException("ada@example.com"));
        var told = new StringWriter();

        new WithoutWords(thrown).printStackTrace(new PrintWriter(told));

        assertThat(told.toString())
                .contains("java.lang.IllegalStateException", "java.lang.NumberFormatException")
                .contains("WithoutWordsTest.java:")
                .doesNotContain("ada@example.com");
    }
}
