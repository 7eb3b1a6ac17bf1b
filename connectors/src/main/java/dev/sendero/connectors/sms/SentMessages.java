package dev.sendero.connectors.sms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sendero.api.connector.Reconciling.Finding;
import dev.sendero.api.json.WireJson;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/**
 * Looks for a message among those that Twilio has made for a number. Twilio keeps no id of ours, so it is known by its
 * text: another message of the same text to the same number at the same time would be taken for it.
 */
final class SentMessages {

    /** More at once Twilio tells only page by page; who got so many since is not looked at further. */
    static final int MOST = 100;

    /** By how much our clock and Twilio's may differ. */
    private static final Duration CLOCKS = Duration.ofMinutes(1);

    private SentMessages() {}

    /**
     * @param list what Twilio answers, newest first
     * @param notBefore the message was not sent before
     */
    static Finding find(String list, String text, Instant notBefore) {
        JsonNode messages;
        try {
            messages = WireJson.mapper().readTree(list).path("messages");
        } catch (JsonProcessingException noJson) {
            return new Finding.Unknown("the answer of Twilio cannot be read");
        }
        int others = 0;
        for (JsonNode message : messages) {
            if (isAfter(message, notBefore.minus(CLOCKS)) && isOurs(message)) {
                if (message.path("body").asText().strip().equals(text.strip())) {
                    return new Finding.Arrived(message.path("sid").asText());
                }
                others++;
            }
        }
        // Twilio may have changed characters of a text, so that another text is no proof.
        return messages.isArray() && others == 0 && messages.size() < MOST
                ? new Finding.NotArrived()
                : new Finding.Unknown("Twilio has made other messages for this number");
    }

    private static boolean isOurs(JsonNode message) {
        return message.path("direction").asText().startsWith("outbound");
    }

    private static boolean isAfter(JsonNode message, Instant begin) {
        try {
            return !ZonedDateTime.parse(message.path("date_created").asText(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant()
                    .isBefore(begin);
        } catch (DateTimeException unreadable) {
            return true;
        }
    }
}
