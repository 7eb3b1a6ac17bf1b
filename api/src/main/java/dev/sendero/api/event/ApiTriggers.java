package dev.sendero.api.event;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Calls that start journeys, {@code POST /v1/journeys/NAME/trigger}: each is an event of its customer, with the call's
 * properties.
 */
public final class ApiTriggers {

    private static final String PREFIX = "Journey Triggered: ";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");

    private ApiTriggers() {}

    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** The name of the event that a call of this name is. */
    public static String eventOf(String name) {
        return PREFIX + name;
    }

    /** The name of the call that an event is; empty for other events. */
    public static Optional<String> nameOf(String event) {
        return event.startsWith(PREFIX) ? Optional.of(event.substring(PREFIX.length())) : Optional.empty();
    }
}
