package dev.sendero.connectors.sms;

import dev.sendero.api.connector.Outcome;
import java.time.Duration;
import java.util.Optional;

/** What the codes of Twilio mean, which stand in answers and in callbacks alike. */
enum TwilioError {
    TOO_MANY_REQUESTS(20429, "too many requests", Meaning.AGAIN),
    TOO_MANY_QUEUED(30001, "too much is queued", Meaning.AGAIN),
    HANDSET_UNREACHABLE(30003, "the handset cannot be reached", Meaning.AGAIN),
    /** Repaired by an operator, who gives us another token; the message may still be sent then. */
    NOT_AUTHENTICATED(20003, "the credentials are wrong", Meaning.AGAIN),
    INVALID_NUMBER(21211, "no valid number", Meaning.DEAD),
    NOT_A_MOBILE(21614, "not a mobile number", Meaning.DEAD),
    OPTED_OUT(21610, "the recipient has answered STOP", Meaning.STOPPED),
    NO_SUCH_SENDER(21606, "the sender cannot send text messages", Meaning.OVER),
    UNREACHABLE_COUNTRY(21408, "no permission to send to this country", Meaning.OVER),
    TOO_LONG(21617, "longer than 1600 characters", Meaning.OVER),
    EMPTY(21602, "no text", Meaning.OVER),
    BLOCKED(30004, "blocked", Meaning.OVER),
    UNKNOWN_HANDSET(30005, "unknown handset", Meaning.OVER),
    LANDLINE(30006, "a landline, or a carrier that cannot be reached", Meaning.OVER),
    FILTERED(30007, "filtered by a carrier", Meaning.OVER),
    UNKNOWN_ERROR(30008, "no reason known", Meaning.OVER);

    private static final int UNAUTHORIZED = 401;
    private static final Duration SHORT_QUEUE = Duration.ofMinutes(10);

    /** Carriers have tried for hours already when they say that a phone is off. */
    private static final Duration PHONE_ON_AGAIN = Duration.ofHours(1);

    private enum Meaning {
        /** Surely not done, and worth another try. */
        AGAIN,
        /** Surely not done, and never will be. */
        OVER,
        /** The number itself is at fault. */
        DEAD,
        /** Whom it was for wants no more, until they say otherwise. */
        STOPPED
    }

    private final int code;
    private final String words;
    private final Meaning meaning;

    TwilioError(int code, String words, Meaning meaning) {
        this.code = code;
        this.words = words;
        this.meaning = meaning;
    }

    int code() {
        return code;
    }

    /** What the code of a message means that was not sent. */
    static Outcome outcomeOf(int code) {
        return outcomeOf(0, code, Duration.ZERO);
    }

    /**
     * What an answer means that refuses a message.
     *
     * @param status of HTTP, below 500; 0 for none
     * @param code 0 for none
     * @param retryAfter what the provider asked for; zero if nothing
     */
    static Outcome outcomeOf(int status, int code, Duration retryAfter) {
        String reason = reasonOf(status, code);
        return switch (meaningOf(status, code)) {
            case AGAIN -> new Outcome.Retryable(reason, retryAfter);
            case OVER -> new Outcome.Permanent(reason, false);
            case DEAD -> new Outcome.Permanent(reason, true);
            case STOPPED -> new Outcome.OptedOut(reason);
        };
    }

    /** Whether nothing may be sent any more to a number for which this was said. */
    static boolean meansDeadNumber(int code) {
        return meaningOf(0, code) == Meaning.DEAD;
    }

    /** When a message that was taken and did not arrive is worth another try; empty for never. */
    static Optional<Duration> anotherTryAfter(int code) {
        if (code == TOO_MANY_QUEUED.code) {
            return Optional.of(SHORT_QUEUE);
        }
        return code == HANDSET_UNREACHABLE.code ? Optional.of(PHONE_ON_AGAIN) : Optional.empty();
    }

    /** For people. */
    static String reasonOf(int code) {
        return reasonOf(0, code);
    }

    private static Meaning meaningOf(int status, int code) {
        for (TwilioError error : values()) {
            if (error.code == code) {
                return error.meaning;
            }
        }
        return status == UNAUTHORIZED ? Meaning.AGAIN : Meaning.OVER;
    }

    private static String reasonOf(int status, int code) {
        for (TwilioError error : values()) {
            if (error.code == code) {
                return "Twilio " + code + ": " + error.words;
            }
        }
        return code == 0 ? "Twilio refused it: HTTP " + status : "Twilio error " + code;
    }
}
