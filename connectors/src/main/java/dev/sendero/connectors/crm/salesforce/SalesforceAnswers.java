package dev.sendero.connectors.crm.salesforce;

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

/** What an answer to a change means. */
final class SalesforceAnswers {

    private static final int MULTIPLE_CHOICES = 300;
    private static final int SERVER_ERROR = 500;

    /** Timeouts, conflicts, too many calls, and no server. */
    private static final Set<Integer> PASSING = Set.of(408, 409, 429, 503);

    /** Too many calls, and no server: another record fares no better. */
    private static final Set<Integer> FOR_ALL = Set.of(429, 503);

    private static final String LIMIT = "REQUEST_LIMIT_EXCEEDED";

    /** 403 where the calls of a day or those at once are used up; 400 where another change has the record. */
    private static final Set<String> PASSING_CODES =
            Set.of(LIMIT, "UNABLE_TO_LOCK_ROW", "SERVER_UNAVAILABLE", "REQUEST_RUNNING_TOO_LONG");

    /** Codes are told; messages are not, since they repeat what was sent. */
    private static final Pattern CODE = Pattern.compile("[A-Z_]{1,80}");

    private SalesforceAnswers() {}

    static Outcome of(HttpReply reply, Instant now) {
        if (reply instanceof HttpReply.NotSent notSent) {
            return new Outcome.Retryable(notSent.reason(), Duration.ZERO);
        }
        if (reply instanceof HttpReply.Unanswered unanswered) {
            return new Outcome.Ambiguous(unanswered.reason());
        }
        var answered = (HttpReply.Answered) reply;
        int status = answered.status();
        if (status / 100 == 2) {
            String id = json(answered).path("id").asText();
            return new Outcome.Accepted(id.isEmpty() ? "answered " + status : id);
        }
        if (status == MULTIPLE_CHOICES) {
            return new Outcome.Permanent(
                    "more than one record of Salesforce has this key: make its field unique", false);
        }
        String code = json(answered).path(0).path("errorCode").asText();
        String reason = "Salesforce answered " + status + (CODE.matcher(code).matches() ? ": " + code : "");
        if (PASSING.contains(status) || PASSING_CODES.contains(code)) {
            boolean forAll = FOR_ALL.contains(status) || code.equals(LIMIT);
            return new Outcome.Retryable(reason, RetryAfter.of(answered.retryAfter(), now), forAll);
        }
        return status >= SERVER_ERROR ? new Outcome.Ambiguous(reason) : new Outcome.Permanent(reason, false);
    }

    /** What an answer says; a missing node where it is not JSON. */
    static JsonNode json(HttpReply.Answered answered) {
        try {
            return WireJson.mapper().readTree(answered.text());
        } catch (JsonProcessingException malformed) {
            return WireJson.mapper().missingNode();
        }
    }
}
