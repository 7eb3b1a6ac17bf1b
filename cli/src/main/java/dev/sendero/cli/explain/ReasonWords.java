package dev.sendero.cli.explain;

import dev.sendero.core.policy.EntryPolicy;
import dev.sendero.core.policy.MessagePolicy;
import java.util.Map;

/** The words of the journey log in sentences. */
final class ReasonWords {

    private static final Map<String, String> SENTENCES = Map.of(
            EntryPolicy.TOO_MANY_RUNS,
            "the customer is inside as many journeys as may be",
            MessagePolicy.NO_ADDRESS,
            "the profile has no address for it",
            MessagePolicy.NO_CONSENT,
            "the customer has not agreed to it",
            "expired",
            "it was too late to send it",
            "before link",
            "it happened on a device, before the login");

    private ReasonWords() {}

    /** A reason that is not known here is said as it is. */
    static String of(String reason) {
        return SENTENCES.getOrDefault(reason, reason.replace('_', ' '));
    }
}
