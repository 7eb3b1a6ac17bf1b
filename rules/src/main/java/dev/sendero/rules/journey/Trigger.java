package dev.sendero.rules.journey;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

/** The situation that starts a journey. */
public sealed interface Trigger {

    /** What its events must agree on. */
    default Correlation per() {
        return Correlation.NONE;
    }

    /** All events that it looks at, in the order of the file: those that must happen and those that must not. */
    List<EventMatch> matches();

    /**
     * Whether events of all names but receipts and heartbeats mean something to it: as such, or because it asks whether
     * there is one between two others.
     */
    default boolean isOfEveryEvent() {
        return false;
    }

    /** Whether events and the time between them make it up, so that a pattern can say it. */
    default boolean isPattern() {
        return true;
    }

    /** The names under which it captures events. */
    default List<String> captures() {
        return List.of();
    }

    /**
     * Items in order, with other events between them ignored. {@code event: NAME} is a sequence of one occurrence.
     *
     * @param items the first is an occurrence
     * @param within since the first event; {@link SequenceItem#UNBOUNDED} without a bound
     * @param per what the events must agree on
     */
    record Sequence(List<SequenceItem> items, Duration within, Correlation per) implements Trigger {

        @Override
        public List<EventMatch> matches() {
            return items.stream().flatMap(item -> item.matches().stream()).toList();
        }

        @Override
        public List<String> captures() {
            return items.stream()
                    .filter(SequenceItem.Occurrence.class::isInstance)
                    .map(item -> ((SequenceItem.Occurrence) item).as())
                    .filter(name -> !name.isEmpty())
                    .toList();
        }
    }

    /**
     * Nothing of these for so long, after at least one. Only the newest counts.
     *
     * @param events empty for any event but the receipts of our own messages and heartbeats
     */
    record Inactive(Duration lasting, List<EventMatch> events) implements Trigger {

        @Override
        public List<EventMatch> matches() {
            return events;
        }

        @Override
        public boolean isOfEveryEvent() {
            return events.isEmpty();
        }
    }

    /**
     * The moment at which a customer comes to be in a segment, or no longer is.
     *
     * @param existing whether who is in the segment when the journey begins enters it then; of {@link Change#ENTERED}
     */
    record Segment(String segment, Change change, boolean existing) implements Trigger {

        /** What happens. */
        public enum Change {
            ENTERED,
            LEFT
        }

        @Override
        public List<EventMatch> matches() {
            return List.of();
        }

        @Override
        public boolean isPattern() {
            return false;
        }
    }

    /**
     * A pattern of Flink CEP, with all that it has and a sequence has not. Only Flink CEP itself runs it.
     *
     * @param stages the first is no negation
     * @param within since the first event; {@link SequenceItem#UNBOUNDED} without a bound
     * @param per what the events must agree on
     */
    record Cep(List<CepStage> stages, Duration within, Correlation per, AfterMatch afterMatch) implements Trigger {

        @Override
        public List<EventMatch> matches() {
            return CepStage.matchesOf(stages);
        }

        @Override
        public boolean isOfEveryEvent() {
            return stages.stream().anyMatch(CepStage::isStrict);
        }

        @Override
        public List<String> captures() {
            return CepStage.occurrencesOf(stages).stream()
                    .map(CepStage.Occurrence::as)
                    .filter(name -> !name.isEmpty())
                    .toList();
        }
    }

    /** A time on the calendar, which comes for each customer of whom something is known. No event is needed. */
    sealed interface ByCalendar extends Trigger {

        @Override
        default List<EventMatch> matches() {
            return List.of();
        }

        @Override
        default boolean isPattern() {
            return false;
        }
    }

    /**
     * A date that a trait says, where the customer is. A date that has passed when it becomes known is none.
     *
     * @param trait says the date in ISO 8601, with a time or without
     * @param at none or one: the time of day; without it the trait's own, which of a date alone is its beginning
     * @param shift how long after the date; negative for before. Whole days are days of the calendar where there is
     *     {@code at}, and 24 hours otherwise
     * @param yearly whether it comes again every year; 29 February on the 28th of years that have none
     */
    record Date(String trait, List<LocalTime> at, Duration shift, boolean yearly) implements ByCalendar {}

    /** A time of day on some days. */
    record Schedule(ScheduleDays days, LocalTime at, ZoneChoice zone) implements ByCalendar {}
}
