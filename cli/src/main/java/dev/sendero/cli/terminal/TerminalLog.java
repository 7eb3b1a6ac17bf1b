package dev.sendero.cli.terminal;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;

/** What libraries log while a command has the terminal. */
public final class TerminalLog {

    private static final String KAFKA = "org.apache.kafka";

    private TerminalLog() {}

    /** For a command that says itself, and once, that a broker cannot be reached: Kafka's clients say so ten times a second. */
    public static void withoutKafka() {
        ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(KAFKA).setLevel(Level.OFF);
    }
}
