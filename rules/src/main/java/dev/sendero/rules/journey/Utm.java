package dev.sendero.rules.journey;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What web analytics is told about where a visitor comes from: the parameters {@code utm_source} and the like, which
 * links of messages get.
 *
 * @param on whether links get any
 * @param given what the project or the message says, by the part behind {@code utm_}
 */
public record Utm(boolean on, SortedMap<String, String> given) {

    public static final Utm OFF = new Utm(false, Collections.emptySortedMap());

    /** The parts that there are, in the order in which they are documented. */
    public static final List<String> PARTS = List.of("source", "medium", "campaign", "content", "term");

    /** With what a message says instead of this. */
    public Utm with(Utm message) {
        var both = new TreeMap<>(given);
        both.putAll(message.given);
        return new Utm(message.on, Collections.unmodifiableSortedMap(both));
    }

    /**
     * The query parameters by name. What nobody has said is {@code sendero}, the channel, the journey and the step, in
     * the order of {@link #PARTS}.
     */
    public SortedMap<String, String> parameters(String channel, String journey, String step) {
        var parameters = new TreeMap<String, String>();
        if (on) {
            parameters.put("utm_source", "sendero");
            parameters.put("utm_medium", channel);
            parameters.put("utm_campaign", journey);
            parameters.put("utm_content", step);
            given.forEach((part, value) -> parameters.put("utm_" + part, value));
            parameters.values().removeIf(String::isEmpty);
        }
        return Collections.unmodifiableSortedMap(parameters);
    }
}
