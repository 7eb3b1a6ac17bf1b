package dev.sendero.rules.project;

import dev.sendero.api.message.Channel;
import java.util.List;
import java.util.Map;

/**
 * When and how often customers get messages.
 *
 * @param quietHours by channel; a channel that is not there has none
 */
public record SendingRules(Map<Channel, QuietHours> quietHours, List<FrequencyCap> frequencyCaps) {

    /** At any time, as often as journeys say. */
    public static final SendingRules NONE = new SendingRules(Map.of(), List.of());

    public SendingRules {
        quietHours = Map.copyOf(quietHours);
        frequencyCaps = List.copyOf(frequencyCaps);
    }
}
