package dev.sendero.engine.cep;

import dev.sendero.rules.journey.Correlation;
import dev.sendero.rules.journey.SequenceItem;
import dev.sendero.rules.journey.SequenceItem.Absence;
import dev.sendero.rules.journey.SequenceItem.Occurrence;
import dev.sendero.rules.journey.Trigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The pattern of a sequence as Java source; says the same as {@link ItemCondition}. */
final class SequenceSource {

    private static final String LINE = "\n                ";
    private static final String TERM = "\n                        && ";

    private final Trigger.Sequence sequence;
    private final List<SequenceItem> items;

    private SequenceSource(Trigger.Sequence sequence) {
        this.sequence = sequence;
        this.items = sequence.items();
    }

    /** What follows {@code begin(}, without the last parenthesis. */
    static String of(Trigger.Sequence sequence) {
        return new SequenceSource(sequence).pattern();
    }

    private String pattern() {
        var text = new StringBuilder(JavaText.string(name(0)) + ", AfterMatchSkipStrategy.noSkip())");
        for (int index = 0; index < items.size(); index++) {
            if (index > 0) {
                text.append(LINE)
                        .append(items.get(index) instanceof Absence ? ".notFollowedBy(" : ".followedBy(")
                        .append(JavaText.string(name(index)))
                        .append(')');
            }
            text.append(LINE).append(".where(when((event, before) -> ");
            text.append(String.join(TERM, terms(index))).append("))");
            if (items.get(index) instanceof Occurrence occurrence && occurrence.times() > 1) {
                text.append(LINE).append(".times(").append(occurrence.times()).append(')');
            }
        }
        // The caller writes the last parenthesis.
        return text.append(window()).deleteCharAt(text.length() - 1).toString();
    }

    private String window() {
        if (items.get(items.size() - 1) instanceof Absence absence) {
            String window = LINE + ".within(" + JavaText.duration(absence.lasting()) + ".plusMillis(1)";
            return window + (TriggerPatterns.isOneEventAndAbsence(items) ? ")" : ", WithinType.PREVIOUS_AND_CURRENT)");
        }
        return TriggerPatterns.isBounded(sequence.within())
                ? LINE + ".within(" + JavaText.duration(sequence.within()) + ".plusMillis(1))"
                : "";
    }

    /** What must all hold. */
    private List<String> terms(int index) {
        SequenceItem item = items.get(index);
        var terms = new ArrayList<String>();
        terms.add(MatchSource.of(item.matches(), item instanceof Absence));
        if (!sequence.per().isNone()) {
            terms.add(agreement(index));
        }
        if (item instanceof Absence absence) {
            if (items.get(index - 1) instanceof Occurrence before && before.times() > 1) {
                terms.add("count(before, " + quoted(index - 1) + ") == " + before.times());
            }
            if (index < items.size() - 1) {
                terms.add("event.at() <= " + plus(since(index), absence.lasting()));
            }
        } else {
            addTimes((Occurrence) item, index, terms);
        }
        return terms;
    }

    private void addTimes(Occurrence occurrence, int index, List<String> terms) {
        if (index > 0 && items.get(index - 1) instanceof Absence) {
            terms.add("event.at() > " + since(index));
        }
        if (index > 0 && TriggerPatterns.isBounded(occurrence.within())) {
            terms.add("event.at() <= " + plus(since(index), occurrence.within()));
        }
        boolean windowIsAbsence = items.get(items.size() - 1) instanceof Absence;
        boolean absenceFollows = index + 1 < items.size() && items.get(index + 1) instanceof Absence;
        boolean isFirstEvent = index == 0 && occurrence.times() == 1;
        if (TriggerPatterns.isBounded(sequence.within()) && (windowIsAbsence || absenceFollows) && !isFirstEvent) {
            Duration left = absenceFollows
                    ? sequence.within().minus(((Absence) items.get(index + 1)).lasting())
                    : sequence.within();
            terms.add(ifAny(index, "event.at() <= " + plus("first(before, " + quoted(0) + ").at()", left)));
        }
    }

    /** What is asked of the first item's events but its first. */
    private String ifAny(int index, String term) {
        return index == 0 ? "(count(before, " + quoted(0) + ") == 0 || " + term + ")" : term;
    }

    /** When the item before was complete: at its last event or, if it is an absence, at its end. */
    private String since(int index) {
        return items.get(index - 1) instanceof Absence absence
                ? plus(since(index - 1), absence.lasting())
                : "last(before, " + quoted(index - 1) + ")";
    }

    private static String plus(String time, Duration length) {
        return time + " + " + JavaText.duration(length) + ".toMillis()";
    }

    /** Whether an event is about what the first one is about; one that does not say only cancels. */
    private String agreement(int index) {
        return "agree(key, event, before, " + (items.get(index) instanceof Absence) + ", " + quoted(0) + ")";
    }

    /** A statement before the pattern; empty where the events need not agree on anything. */
    static String preparation(Correlation per) {
        return per.isNone()
                ? ""
                : "Key key = event -> property(event, "
                        + JavaText.string(per.property()) + ", "
                        + JavaText.map(per.except()) + ");\n        ";
    }

    private String quoted(int index) {
        return JavaText.string(name(index));
    }

    /** As the file names it, or by its number. */
    private String name(int index) {
        return items.get(index) instanceof Occurrence occurrence
                        && !occurrence.as().isEmpty()
                ? occurrence.as()
                : TriggerPatterns.nameOf(index);
    }
}
