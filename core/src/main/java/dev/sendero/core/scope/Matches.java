package dev.sendero.core.scope;

import dev.sendero.rules.expression.Truth;
import dev.sendero.rules.journey.EventMatch;
import java.util.List;
import java.util.Map;

/** Whether an event is one of some. */
public final class Matches {

    private Matches() {}

    /** Inside a trigger: true when one of the matches is; unknown when none is true and one is unknown. */
    public static Truth any(List<EventMatch> matches, Moment moment, Map<String, Object> captured) {
        String name = moment.event().name();
        Truth best = Truth.FALSE;
        for (EventMatch match : matches) {
            if (match.event().equals(name)) {
                Truth truth = moment.testInTrigger(match.where(), captured);
                if (truth == Truth.TRUE) {
                    return truth;
                }
                if (truth == Truth.UNKNOWN) {
                    best = truth;
                }
            }
        }
        return best;
    }
}
