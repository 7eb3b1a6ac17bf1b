package dev.sendero.benchmarks.situation;

import dev.sendero.benchmarks.situation.Situation.Absent;
import dev.sendero.benchmarks.situation.Situation.Happens;
import dev.sendero.benchmarks.situation.Situation.Item;
import dev.sendero.benchmarks.situation.Situation.Sequence;
import dev.sendero.benchmarks.situation.Situation.Silence;
import dev.sendero.benchmarks.situation.Situation.Wanted;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a situation as the trigger of a journey file. */
final class TriggerText {

    private TriggerText() {}

    /** The lines under {@code trigger:}, not indented. */
    static String of(Situation situation) {
        if (situation instanceof Silence silence) {
            String events = silence.events().isEmpty() ? "any" : list(silence.events());
            return "inactive: { for: " + text(silence.lasting()) + ", events: " + events + " }\n";
        }
        Sequence sequence = (Sequence) situation;
        if (sequence.items().size() == 1 && sequence.items().get(0) instanceof Happens only && only.times() == 1) {
            return "event: " + only.events().get(0).event() + "\n"
                    + where(only.events().get(0), "", "\n");
        }
        var text = new StringBuilder("sequence:\n");
        sequence.items().forEach(item -> text.append("  - ").append(text(item)).append('\n'));
        text.append(bound("within: ", sequence.within(), "\n"));
        return text.append(sequence.per().isEmpty() ? "" : "per: " + sequence.per() + "\n")
                .toString();
    }

    private static String text(Item item) {
        if (item instanceof Absent absent) {
            return "{ none_of: " + list(absent.events()) + ", for: " + text(absent.lasting()) + " }";
        }
        Happens happens = (Happens) item;
        Wanted first = happens.events().get(0);
        String what = happens.events().size() > 1
                ? "any_of: " + list(happens.events())
                : "event: " + first.event() + where(first, ", ", "");
        String as = happens.as().isEmpty() ? "" : ", as: " + happens.as();
        String times = happens.times() == 1 ? "" : ", times: " + happens.times();
        return "{ " + what + as + times + bound(", within: ", happens.within(), "") + " }";
    }

    private static String list(List<Wanted> events) {
        return events.stream()
                .map(event -> event.where().expression().isEmpty()
                        ? event.event()
                        : "{ event: " + event.event() + where(event, ", ", "") + " }")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String where(Wanted event, String before, String after) {
        String expression = event.where().expression();
        return expression.isEmpty() ? "" : before + "where: '" + expression + "'" + after;
    }

    private static String bound(String before, Duration bound, String after) {
        return bound.equals(Situation.UNBOUNDED) ? "" : before + text(bound) + after;
    }

    private static String text(Duration duration) {
        if (duration.toHours() % 24 == 0 && duration.toHours() > 0) {
            return duration.toDays() + "d";
        }
        return duration.toMinutes() % 60 == 0 ? duration.toHours() + "h" : duration.toMinutes() + "m";
    }
}
