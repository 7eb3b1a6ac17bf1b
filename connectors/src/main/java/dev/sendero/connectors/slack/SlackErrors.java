package dev.sendero.connectors.slack;

import dev.sendero.api.connector.Outcome;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;

/** What Slack's words for errors mean. A word that is not here says that it is no use to try again. */
final class SlackErrors {

    /** Surely not done, and worth another try. */
    private static final Set<String> LATER =
            Set.of("ratelimited", "rate_limited", "service_unavailable", "request_timeout", "team_added_to_org");

    /** Slack, "chat.postMessage": something went wrong there, and part of it may have been done. */
    private static final Set<String> PERHAPS_DONE = Set.of("internal_error", "fatal_error", "rollup_error");

    /** Whatever else stands in an answer is not repeated: it may be what was sent. */
    private static final Pattern WORD = Pattern.compile("[a-z0-9_]{1,60}");

    private SlackErrors() {}

    /** @param status of HTTP, told where Slack has no word */
    static Outcome outcomeOf(String word, int status) {
        String reason = WORD.matcher(word).matches() ? "Slack: " + word : "Slack refused it: HTTP " + status;
        if (LATER.contains(word)) {
            return new Outcome.Retryable(reason, Duration.ZERO);
        }
        return PERHAPS_DONE.contains(word) ? new Outcome.Ambiguous(reason) : new Outcome.Permanent(reason, false);
    }
}
