package dev.sendero.cli.explain;

import dev.sendero.gateway.query.CustomerView.Delivery;
import java.util.LinkedHashMap;
import java.util.Map;

/** What became of a message, in words. */
final class DeliveryWords {

    private DeliveryWords() {}

    static Note note(Delivery delivery) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("step", delivery.step());
        details.put("channel", delivery.channel());
        details.put("state", delivery.state().wireName());
        if (!delivery.reason().isEmpty()) {
            details.put("reason", delivery.reason());
        }
        return new Note(Note.Kind.DELIVERY, delivery.journey(), delivery.key(), sentence(delivery), details);
    }

    private static String sentence(Delivery delivery) {
        String message = delivery.channel() + " '" + delivery.step() + "'";
        String because = delivery.reason().isEmpty() ? "" : ": " + ReasonWords.of(delivery.reason());
        return switch (delivery.state()) {
            case SENT -> "delivers " + message;
            case PLANNED, CLAIMED -> "delivers " + message + " in a moment";
            case WAITING -> "delivers " + message + " later" + because;
            case FAILED -> "could not deliver " + message + because;
            case IN_DOUBT ->
                "does not know whether " + message + " arrived: the provider was called, and never answered";
            case EXPIRED -> "does not deliver " + message + ": it was too late to send it";
            case SUPPRESSED -> "does not deliver " + message + ": nothing is sent to this address any more";
            case CANCELLED -> "does not deliver " + message + ": the run ended before";
            case SKIPPED -> "does not deliver " + message + because;
            case DROPPED -> "does not deliver " + message + ": somebody has dropped it";
        };
    }
}
