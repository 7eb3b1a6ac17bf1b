package dev.sendero.faults.provider;

/** With which status each kind of provider refuses a call; of HTTP, but for mail. */
public final class Refusals {

    private Refusals() {}

    /** It may work later. */
    public static int passing(Target target) {
        return switch (target) {
            case SMTP -> 451;
            // No other refusal of Twilio is made for a while only.
            case SMS -> 401;
            case SLACK -> 408;
            case HUBSPOT -> 423;
            case SALESFORCE, WEBHOOK -> 409;
        };
    }

    /** It never will. */
    public static int lasting(Target target) {
        return switch (target) {
            case SMTP -> 554;
            case SLACK -> 404;
            case WEBHOOK -> 410;
            case SMS, HUBSPOT, SALESFORCE -> 400;
        };
    }

    /** The provider itself has failed. */
    public static int broken(Target target) {
        return target == Target.SMTP ? 421 : 500;
    }

    /** It gets too much. */
    public static int busy(Target target) {
        return target == Target.SMTP ? 450 : 429;
    }
}
