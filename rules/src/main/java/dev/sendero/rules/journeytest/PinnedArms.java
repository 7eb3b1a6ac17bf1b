package dev.sendero.rules.journeytest;

import dev.sendero.api.StepId;
import java.util.Map;

/**
 * What would be chance and is fixed in a test: {@code arms}.
 *
 * @param splits the arm's name by the random split's id
 */
public record PinnedArms(HoldoutPin holdout, Map<StepId, String> splits) {

    public static final PinnedArms NONE = new PinnedArms(HoldoutPin.NOT_PINNED, Map.of());

    /** Whether the customer is in the journey's holdout. */
    public enum HoldoutPin {
        HELD_OUT,
        TREATED,
        NOT_PINNED
    }
}
