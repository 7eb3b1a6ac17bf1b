package dev.sendero.engine.cep;

import dev.sendero.rules.journey.EventMatch;
import dev.sendero.rules.journey.SequenceItem;
import dev.sendero.rules.journey.SequenceItem.Absence;
import dev.sendero.rules.journey.SequenceItem.Occurrence;
import dev.sendero.rules.journey.Trigger;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.WithinType;

/**
 * Translates triggers into patterns of Flink CEP, to be matched per customer. Every start is a partial match of its
 * own (no skip), and items follow each other with other events between them ({@code followedBy}).
 *
 * <p>Where Flink CEP and the journey language differ, the pattern is written so that it says what the language means,
 * if it can be:
 *
 * <ul>
 *   <li>A window of Flink CEP is open at its end ({@code end - start >= within} is out), a bound of the language is
 *       closed: windows are one millisecond longer.
 *   <li>An absence of the language in the middle of a sequence lasts for its own time, {@code notFollowedBy} until the
 *       next item: the condition of what must not happen, and that of the next item, look at the time of the item
 *       before.
 *   <li>Bounds of an item, and of a sequence that ends with an absence, become conditions, as a pattern has one window.
 *   <li>What events must agree on becomes a condition too, since an event that does not say must be able to cancel.
 *   <li>After an item that is repeated, Flink CEP asks what must not happen from the first repetition on (see
 *       FLINK-31040); here the condition waits for the last one.
 * </ul>
 *
 * <p>What stays different: Flink CEP does not date an absence at the end, and notices it when time or an event reaches
 * it; after more than one event it notices it only at a later event of the customer, as
 * {@link WithinType#PREVIOUS_AND_CURRENT} sets no timer.
 */
public final class TriggerPatterns {

    /** Makes a window that is open at its end one that is closed. */
    static final Duration CLOSED_END = Duration.ofMillis(1);

    private TriggerPatterns() {}

    public static Pattern<ProfiledEvent, ?> of(TriggerSource source) {
        Trigger trigger = source.trigger();
        if (trigger instanceof Trigger.Sequence sequence) {
            return ofSequence(source, sequence);
        }
        if (trigger instanceof Trigger.Cep cep) {
            return StagePatterns.of(source, cep);
        }
        return ofInactivity(source, (Trigger.Inactive) trigger);
    }

    private static Pattern<ProfiledEvent, ?> ofInactivity(TriggerSource source, Trigger.Inactive inactive) {
        return Pattern.<ProfiledEvent>begin(nameOf(0), AfterMatchSkipStrategy.noSkip())
                .where(new InactivityCondition(source, false))
                .notFollowedBy(nameOf(1))
                .where(new InactivityCondition(source, true))
                .within(inactive.lasting().plus(CLOSED_END));
    }

    private static Pattern<ProfiledEvent, ?> ofSequence(TriggerSource source, Trigger.Sequence sequence) {
        List<SequenceItem> items = sequence.items();
        Pattern<ProfiledEvent, ProfiledEvent> pattern =
                Pattern.<ProfiledEvent>begin(nameOf(0), AfterMatchSkipStrategy.noSkip());
        for (int index = 0; index < items.size(); index++) {
            boolean absence = items.get(index) instanceof Absence;
            if (index > 0) {
                pattern = absence ? pattern.notFollowedBy(nameOf(index)) : pattern.followedBy(nameOf(index));
            }
            pattern = pattern.where(new ItemCondition(source, index));
            if (items.get(index) instanceof Occurrence occurrence && occurrence.times() > 1) {
                pattern = pattern.times(occurrence.times());
            }
        }
        return windowOf(sequence, pattern);
    }

    private static Pattern<ProfiledEvent, ?> windowOf(
            Trigger.Sequence sequence, Pattern<ProfiledEvent, ProfiledEvent> pattern) {
        List<SequenceItem> items = sequence.items();
        if (items.get(items.size() - 1) instanceof Absence absence) {
            Duration window = absence.lasting().plus(CLOSED_END);
            return isOneEventAndAbsence(items)
                    ? pattern.within(window)
                    : pattern.within(window, WithinType.PREVIOUS_AND_CURRENT);
        }
        return isBounded(sequence.within()) ? pattern.within(sequence.within().plus(CLOSED_END)) : pattern;
    }

    /** Whether Flink CEP's window, which counts from the first event, is that of the absence. */
    static boolean isOneEventAndAbsence(List<SequenceItem> items) {
        return items.size() == 2 && ((Occurrence) items.get(0)).times() == 1;
    }

    /** Names of the events that a trigger looks at; empty for events of any name. */
    public static Set<String> eventNames(Trigger trigger) {
        return trigger.matches().stream().map(EventMatch::event).collect(Collectors.toUnmodifiableSet());
    }

    static boolean isBounded(Duration within) {
        return !within.equals(SequenceItem.UNBOUNDED);
    }

    /** The name of an item's events in a match. */
    public static String nameOf(int index) {
        return "item-" + index;
    }
}
