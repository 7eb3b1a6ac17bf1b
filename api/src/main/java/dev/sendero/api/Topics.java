package dev.sendero.api;

import java.io.Serializable;

/**
 * The names of one installation's Kafka topics.
 *
 * @param events what customers do, receipts and heartbeats, by customer
 * @param journeys what is live, and the contents of its messages; compacted
 * @param messages what the engine wants sent and what it cancels, by customer
 * @param facts the journeys' log
 */
public record Topics(String events, String journeys, String messages, String facts) implements Serializable {

    public static final Topics DEFAULT = new Topics("events", "journeys", "messages", "facts");
}
