package dev.sendero.rules.project;

import dev.sendero.api.message.Channel;
import java.util.List;
import java.util.Map;

/**
 * When and how often messages go out.
 *
 * @param quietHours by channel; a channel that is not there has none
 * @param calls how providers are called
 */
public record SendingRules(Map<Channel, QuietHours> quietHours, List<FrequencyCap> frequencyCaps, CallRules calls) {

    /** At any time, as often as journeys say. */
    public static final SendingRules NONE = new SendingRules(Map.of(), List.of());

    public SendingRules {
        quietHours = Map.copyOf(quietHours);
        frequencyCaps = List.copyOf(frequencyCaps);
    }

    /** Without rules for providers. */
    public SendingRules(Map<Channel, QuietHours> quietHours, List<FrequencyCap> frequencyCaps) {
        this(quietHours, frequencyCaps, CallRules.NONE);
    }

    /** With rules for providers. */
    public SendingRules with(CallRules others) {
        return new SendingRules(quietHours, frequencyCaps, others);
    }
}
