package dev.sendero.rules.trait;

import dev.sendero.rules.expression.Expression;
import dev.sendero.rules.journey.EventMatch;
import dev.sendero.rules.journey.SequenceItem;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a trait comes about from events. */
public sealed interface TraitRule {

    /** As far back as it goes. */
    Duration ALWAYS = SequenceItem.UNBOUNDED;

    /** The events that may change the trait. */
    List<EventMatch> events();

    /** How far back it reaches; {@link #ALWAYS} for as far as it goes. An event counts for exactly so long. */
    Duration over();

    /** Equal for rules that come to the same, whatever the traits are called. */
    String text();

    /** How many of the events there were. From 0. */
    record Count(List<EventMatch> events, Duration over) implements TraitRule {
        @Override
        public String text() {
            return "count of " + textOf(events) + textOf(over);
        }
    }

    /**
     * Something about the values of events.
     *
     * @param events that have the value
     * @param over {@link #ALWAYS} for {@link Kind#FIRST}
     * @param money whether a value counts only when its event names the project's currency or none; of numbers alone
     */
    record OfValue(Kind kind, Expression value, List<EventMatch> events, Duration over, boolean money)
            implements TraitRule {

        /** What about them. */
        public enum Kind {
            SUM(true),
            MIN(true),
            MAX(true),
            MOST_FREQUENT(false),
            FIRST(false),
            LAST(false);

            private final boolean ofNumbers;

            Kind(boolean ofNumbers) {
                this.ofNumbers = ofNumbers;
            }

            /** Whether only numbers count. */
            public boolean isOfNumbers() {
                return ofNumbers;
            }
        }

        @Override
        public String text() {
            return kind + (money ? " of money " : " ") + value.source() + " of " + textOf(events) + textOf(over);
        }
    }

    /** Points for events, added up. From 0. */
    record Points(List<Scored> scores, Duration over) implements TraitRule {

        public record Scored(EventMatch match, BigDecimal points) {}

        @Override
        public List<EventMatch> events() {
            return scores.stream().map(Scored::match).toList();
        }

        @Override
        public String text() {
            return "points "
                    + scores.stream()
                            .map(score -> score.points().stripTrailingZeros().toPlainString() + " for "
                                    + textOf(List.of(score.match())))
                            .collect(Collectors.joining())
                    + textOf(over);
        }
    }

    /**
     * The newest events of a kind, one for each value of a property, as long as nothing removes them.
     *
     * @param added whose properties are kept
     * @param by the property that tells them apart
     * @param removed take out the one with the same value
     * @param cleared take out all of them
     * @param keep how many at most; the oldest give way
     */
    record Collect(List<EventMatch> added, String by, List<EventMatch> removed, List<EventMatch> cleared, int keep)
            implements TraitRule {

        @Override
        public List<EventMatch> events() {
            return Stream.of(added, removed, cleared).flatMap(List::stream).toList();
        }

        @Override
        public Duration over() {
            return ALWAYS;
        }

        @Override
        public String text() {
            return "collect " + textOf(added) + " by " + by + " until " + textOf(removed) + " or " + textOf(cleared)
                    + " at most " + keep;
        }
    }

    private static String textOf(List<EventMatch> events) {
        return events.stream()
                .map(match -> match.event().length() + ":" + match.event() + " where "
                        + match.where().source().length() + ":" + match.where().source() + ";")
                .collect(Collectors.joining());
    }

    private static String textOf(Duration over) {
        return over.equals(ALWAYS) ? "" : " over " + over;
    }
}
