package dev.sendero.rules.project;

import dev.sendero.api.message.Channel;
import java.util.List;
import java.util.Map;

/**
 * When and how often messages go out.
 *
 * @param quietHours by channel; a channel that is not there has none
 * @param rates how often a channel's provider is called at most; a channel that is not there has no limit
 */
public record SendingRules(
        Map<Channel, QuietHours> quietHours, List<FrequencyCap> frequencyCaps, Map<Channel, Rate> rates) {

    /** At any time, as often as journeys say. */
    public static final SendingRules NONE = new SendingRules(Map.of(), List.of());

    public SendingRules {
        quietHours = Map.copyOf(quietHours);
        frequencyCaps = List.copyOf(frequencyCaps);
        rates = Map.copyOf(rates);
    }

    /** Without limits for providers. */
    public SendingRules(Map<Channel, QuietHours> quietHours, List<FrequencyCap> frequencyCaps) {
        this(quietHours, frequencyCaps, Map.of());
    }

    /** With limits for providers. */
    public SendingRules withRates(Map<Channel, Rate> limits) {
        return new SendingRules(quietHours, frequencyCaps, limits);
    }
}
