package dev.sendero.courier;

/**
 * The names of the Kafka topics.
 *
 * @param messages what the engine wants sent
 * @param journeys where contents are published
 * @param events where receipts go
 * @param facts where the journey log is
 */
public record CourierTopics(String messages, String journeys, String events, String facts) {

    public static final CourierTopics DEFAULT = new CourierTopics("messages", "journeys", "events", "facts");
}
