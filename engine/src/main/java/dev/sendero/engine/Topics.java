package dev.sendero.engine;

import java.io.Serializable;

/** The names of the Kafka topics of one installation. */
public record Topics(String events, String journeys, String messages, String facts) implements Serializable {

    public static final Topics DEFAULT = new Topics("events", "journeys", "messages", "facts");
}
