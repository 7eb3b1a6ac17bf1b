package dev.sendero.cli.explain;

import dev.sendero.core.policy.EntryPolicy;
import dev.sendero.core.policy.MessagePolicy;
import java.util.Map;

/** The words of the journey log in sentences. */
final class ReasonWords {

    private static final Map<String, String> SENTENCES = Map.of(
            "erased",
            "all that was known of the customer has been erased",
            EntryPolicy.RUN_ACTIVE,
            "the customer is inside already",
            EntryPolicy.TOO_MANY_RUNS,
            "the customer is inside as many journeys as may be",
            "not_live",
            "the journey is not live",
            "started_in_circle",
            "it is one of those that start each other, and this began with it",
            "no_key",
            "it asks for a key, and nothing says which",
            "before link",
            "it would have been before the login");

    private ReasonWords() {}

    /** A reason that is not known here is said as it is. */
    static String of(String reason) {
        return SENTENCES.getOrDefault(reason, reason.replace('_', ' '));
    }

    /**
     * Why a message is not sent.
     *
     * @param group the subscription group; empty where there is none
     */
    static String ofMessage(String reason, String channel, String group) {
        return switch (reason) {
            case MessagePolicy.NO_ADDRESS -> "the profile has no address for " + channel;
            case MessagePolicy.NO_CONSENT -> "the customer has not agreed to " + group + " by " + channel;
            case MessagePolicy.SUPPRESSED -> "nothing is sent to this address any more: messages to it came back";
            case "unreachable" -> "no address, consent or suppression allows any of the channels";
            case "expired" -> "it was too late to send it";
            default -> of(reason);
        };
    }
}
