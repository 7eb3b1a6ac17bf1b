package dev.sendero.engine.cep;

import dev.sendero.rules.expression.Condition;
import dev.sendero.rules.journey.EventMatch;
import java.util.List;
import java.util.stream.Collectors;

/** Whether an event is one of some, as Java source. */
final class MatchSource {

    private MatchSource() {}

    /** @param cancels whether it is enough that it may be one */
    static String of(List<EventMatch> matches, boolean cancels) {
        String plain = matches.stream()
                .filter(match -> match.where() == Condition.ALWAYS)
                .map(match -> JavaText.string(match.event()))
                .collect(Collectors.joining(", "));
        String asking = matches.stream()
                .filter(match -> match.where() != Condition.ALWAYS)
                .map(match -> "named(event, " + JavaText.string(match.event()) + ") && conditions.hold("
                        + JavaText.string(match.where().source()) + ", " + cancels + ", event, before)")
                .collect(Collectors.joining(" || "));
        if (asking.isEmpty()) {
            return "named(event, " + plain + ")";
        }
        String either = plain.isEmpty() ? asking : "named(event, " + plain + ") || " + asking;
        return matches.size() == 1 ? either : "(" + either + ")";
    }
}
