package dev.sendero.connectors.crm.hubspot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sendero.api.connector.Outcome;
import dev.sendero.api.json.WireJson;
import dev.sendero.connectors.http.HttpReply;
import dev.sendero.connectors.http.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;

/** What one call came to: the record that it changed, or the outcome of a change that did not come about. */
sealed interface HubSpotAnswer {

    /** @param id of the record or note; empty where the answer names none */
    record Done(String id) implements HubSpotAnswer {}

    record Failed(Outcome outcome) implements HubSpotAnswer {}

    /** Several answers in one: of a batch of one, the answer is the error in it. */
    int MULTI_STATUS = 207;

    int SERVER_ERROR = 500;

    int UNAVAILABLE = 503;

    int TOO_MANY_REQUESTS = 429;

    /** Timeouts, two who make the same record at once, locked records, too many calls, and accounts that are being moved. */
    Set<Integer> PASSING = Set.of(408, 409, 423, 425, 429, 477);

    Set<String> PASSING_CATEGORIES = Set.of("RATE_LIMITS", "CONFLICT", "INTERNAL_ERROR");

    /** Categories are told; messages are not, since they repeat what was sent. */
    Pattern CATEGORY = Pattern.compile("[A-Z_]{1,60}");

    static HubSpotAnswer of(HttpReply reply, Instant now) {
        if (reply instanceof HttpReply.NotSent notSent) {
            return new Failed(new Outcome.Retryable(notSent.reason(), Duration.ZERO));
        }
        if (reply instanceof HttpReply.Unanswered unanswered) {
            return new Failed(new Outcome.Ambiguous(unanswered.reason()));
        }
        var answered = (HttpReply.Answered) reply;
        JsonNode body = json(answered);
        if (answered.status() == MULTI_STATUS && !body.path("errors").isEmpty()) {
            return new Failed(ofPart(body.path("errors").path(0)));
        }
        if (answered.status() / 100 == 2) {
            return new Done(body.path("results").path(0).path("id").asText());
        }
        return new Failed(ofError(answered, categoryOf(body), now));
    }

    private static Outcome ofPart(JsonNode error) {
        String category = categoryOf(error);
        String reason = "HubSpot changed nothing: " + category;
        return PASSING_CATEGORIES.contains(category)
                ? new Outcome.Retryable(reason, Duration.ZERO)
                : new Outcome.Permanent(reason, false);
    }

    private static Outcome ofError(HttpReply.Answered answered, String category, Instant now) {
        int status = answered.status();
        String reason = "HubSpot answered " + status + ": " + category;
        if (PASSING.contains(status) || status == UNAVAILABLE) {
            boolean forAll = status == TOO_MANY_REQUESTS || status == UNAVAILABLE;
            return new Outcome.Retryable(reason, RetryAfter.of(answered.retryAfter(), now), forAll);
        }
        return status >= SERVER_ERROR ? new Outcome.Ambiguous(reason) : new Outcome.Permanent(reason, false);
    }

    private static String categoryOf(JsonNode error) {
        String category = error.path("category").asText();
        return CATEGORY.matcher(category).matches() ? category : "no category";
    }

    private static JsonNode json(HttpReply.Answered answered) {
        try {
            return WireJson.mapper().readTree(answered.text());
        } catch (JsonProcessingException malformed) {
            return WireJson.mapper().missingNode();
        }
    }
}
