package dev.sendero.engine.cep;

import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.Trigger;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Triggers as Java source: the same patterns that {@link TriggerPatterns} makes, for somebody who wants to read them, or
 * to run them in a job of his own. The source needs nothing but flink-cep.
 */
public final class PatternSource {

    private static final String CLASS = """
            // Printed by 'sendero cep': triggers of journeys as patterns of Flink CEP 2.2.
            import java.io.Serializable;
            import java.time.Duration;
            import java.util.Arrays;
            import java.util.Map;
            import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
            import org.apache.flink.cep.pattern.Pattern;
            import org.apache.flink.cep.pattern.WithinType;
            import org.apache.flink.cep.pattern.conditions.IterativeCondition;
            import org.apache.flink.cep.pattern.conditions.IterativeCondition.Context;

            /**
             * To be matched in event time on a stream that is keyed by customer, with an EventComparator that orders events of one
             * instant by id. A pattern says when somebody may enter: audience, runs, reentry and holdout are looked at afterwards.
             */
            public final class JourneyPatterns {

                private JourneyPatterns() {}

                /** @param at milliseconds since 1970, the timestamp of the record too */
                public record Event(String id, String name, long at, Map<String, Object> properties) implements Serializable {}

                /** Answers what journey files ask with 'where', in CEL. */
                public interface Conditions extends Serializable {

                    /**
                     * @param ifUnknown the answer where the event does not say: false where it would count, true where it would cancel
                     * @param before the events of the items so far, by the names of the pattern
                     */
                    boolean hold(String cel, boolean ifUnknown, Event event, Context<Event> before) throws Exception;
                }
            %s
                private interface Test extends Serializable {
                    boolean holds(Event event, Context<Event> before) throws Exception;
                }

                private static IterativeCondition<Event> when(Test test) {
                    return new IterativeCondition<>() {
                        @Override
                        public boolean filter(Event event, Context<Event> before) throws Exception {
                            return test.holds(event, before);
                        }
                    };
                }

                private static boolean named(Event event, String... names) {
                    return Arrays.asList(names).contains(event.name());
                }

                private static Event first(Context<Event> before, String item) throws Exception {
                    return before.getEventsForPattern(item).iterator().next();
                }

                /** When an item was complete, in milliseconds. */
                private static long last(Context<Event> before, String item) throws Exception {
                    long last = Long.MIN_VALUE;
                    for (Event event : before.getEventsForPattern(item)) {
                        last = Math.max(last, event.at());
                    }
                    return last;
                }

                private static int count(Context<Event> before, String item) throws Exception {
                    int count = 0;
                    for (Event event : before.getEventsForPattern(item)) {
                        count++;
                    }
                    return count;
                }

                private interface Key extends Serializable {
                    String of(Event event);
                }

                /** What an event says about the property that all must agree on; empty when it does not say. */
                private static String property(Event event, String property, Map<String, String> except) {
                    Object value = event.properties().get(except.getOrDefault(event.name(), property));
                    return value == null || value instanceof Map || value instanceof Iterable ? "" : value.toString();
                }

                /** Whether an event is about what the first one of some items is about. */
                private static boolean agree(
                        Key key, Event event, Context<Event> before, boolean ifUnknown, String... items) throws Exception {
                    String own = key.of(event);
                    if (own.isEmpty()) {
                        return ifUnknown;
                    }
                    for (String item : items) {
                        if (count(before, item) > 0) {
                            return own.equals(key.of(first(before, item)));
                        }
                    }
                    return true;
                }
            }
            """;

    private PatternSource() {}

    /** A class with a method for each journey. */
    public static String of(Collection<Journey> journeys) {
        var taken = new HashSet<String>();
        return CLASS.formatted(
                journeys.stream().map(journey -> method(journey, taken)).collect(Collectors.joining()));
    }

    private static String method(Journey journey, Set<String> taken) {
        return """

                    /**
                     * %s, version %s.
                     *
                     * <p>Where Flink CEP means something else:
                     *
                     * <ul>
                %s
                     * </ul>
                     */
                    public static Pattern<Event, ?> %s(Conditions conditions) {
                        %sreturn %s;
                    }
                """.formatted(
                        journey.id(),
                        journey.version(),
                        listed(Deviation.of(journey.trigger())),
                        JavaText.method(journey.id().value(), taken),
                        SequenceSource.preparation(journey.per()),
                        pattern(journey.trigger()));
    }

    private static String pattern(Trigger trigger) {
        if (trigger instanceof Trigger.Cep cep) {
            return StageSource.of(cep);
        }
        return "Pattern.<Event>begin("
                + (trigger instanceof Trigger.Sequence sequence
                        ? SequenceSource.of(sequence)
                        : InactivitySource.of((Trigger.Inactive) trigger))
                + ")";
    }

    private static String listed(List<Deviation> deviations) {
        return deviations.stream()
                .map(deviation -> "     *   <li>" + deviation.inWords())
                .collect(Collectors.joining("\n"));
    }
}
