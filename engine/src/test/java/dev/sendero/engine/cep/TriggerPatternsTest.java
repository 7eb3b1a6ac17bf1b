package dev.sendero.engine.cep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.EventId;
import dev.sendero.api.JourneyId;
import dev.sendero.api.RunId;
import dev.sendero.api.event.Event;
import dev.sendero.api.fact.Fact;
import dev.sendero.api.fact.FactType;
import dev.sendero.core.Admission;
import dev.sendero.core.Allocation;
import dev.sendero.core.CustomerState;
import dev.sendero.core.Decider;
import dev.sendero.core.Effect;
import dev.sendero.core.JourneySet;
import dev.sendero.core.VersionInForce;
import dev.sendero.core.scope.Keys;
import dev.sendero.rules.expression.Condition;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.JourneyState;
import dev.sendero.rules.journey.Reentry;
import dev.sendero.rules.journey.RunLimit;
import dev.sendero.rules.journey.Share;
import dev.sendero.rules.journey.Trigger;
import dev.sendero.rules.project.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Flink CEP and core's detector on the same events: for every shape of trigger, exactly the same matches. */
class TriggerPatternsTest {

    private static final int CUSTOMERS = 200;
    private static final JourneyId JOURNEY = new JourneyId("compared");

    /** A situation as a fact tells it. */
    private record Entered(String customer, RunId run, Instant at) {}

    static Set<String> shapes() {
        return Shapes.ALL.keySet();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void both_find_the_same(String shape) throws Exception {
        TriggerSource source = () -> Shapes.ALL.get(shape);

        Map<String, List<Entered>> byFlink = flinkFinds(source);

        for (long seed = 0; seed < CUSTOMERS; seed++) {
            List<Event> events = RandomShopper.events(seed);
            assertThat(coreFinds(source.trigger(), seed))
                    .as("seed %s: %s", seed, describe(events))
                    .containsExactlyInAnyOrderElementsOf(
                            byFlink.getOrDefault(RandomShopper.customer(seed).value(), List.of()));
        }
        if (!shape.equals("absence that cannot end in time")) {
            assertThat(byFlink).as("customers with a match").hasSizeGreaterThan(CUSTOMERS / 20);
        }
    }

    /** WithinType.PREVIOUS_AND_CURRENT sets no timer. */
    @Test
    void an_absence_after_two_events_goes_unnoticed_by_flink_while_the_customer_is_silent() throws Exception {
        TriggerSource source = () -> Shapes.ALL.get("absence after two");
        var silent = List.of(event("A", 0), event("B", 1));

        assertThat(CepMatches.of(source, silent)).isEmpty();
        assertThat(CepMatches.of(source, List.of(silent.get(0), silent.get(1), RandomShopper.afterwards(0))))
                .hasSize(1);
        assertThat(coreFinds(source.trigger(), silent)).hasSize(1);
    }

    private static Event event(String name, int minute) {
        return Event.track(new EventId(name + minute), name, RandomShopper.customer(0), minute(minute), Map.of());
    }

    private static Instant minute(int minute) {
        return RandomShopper.START.plus(Duration.ofMinutes(minute));
    }

    private static Map<String, List<Entered>> flinkFinds(TriggerSource source) throws Exception {
        var events = new ArrayList<Event>();
        for (long seed = 0; seed < CUSTOMERS; seed++) {
            events.addAll(RandomShopper.events(seed));
            if (source.trigger() instanceof Trigger.Sequence) {
                events.add(RandomShopper.afterwards(seed));
            }
        }
        return CepMatches.of(source, events).stream()
                .map(match -> entered(source.trigger(), match))
                .collect(Collectors.groupingBy(Entered::customer));
    }

    private static Entered entered(Trigger trigger, Match match) {
        String key =
                trigger instanceof Trigger.Sequence sequence && !sequence.per().isNone()
                        ? Keys.of(match.first(), sequence.per())
                        : "";
        var run = RunId.of(
                JOURNEY, match.customer(), key, match.first().id(), match.last().id());
        return new Entered(match.customer().value(), run, match.at());
    }

    private static List<Entered> coreFinds(Trigger trigger, long seed) {
        return coreFinds(trigger, RandomShopper.events(seed));
    }

    private static List<Entered> coreFinds(Trigger trigger, List<Event> events) {
        var settings = new Settings("test", ZoneOffset.UTC, "EUR", List.of(), Map.of(), Map.of(), List.of("key"));
        var decider = new Decider(
                JourneySet.of(settings, List.of(VersionInForce.always(journey(trigger)))), Allocation.BY_HASH);
        var state = CustomerState.fresh(events.get(0).customer());
        var effects = new ArrayList<Effect>();
        for (Event event : events) {
            effects.addAll(decider.apply(state, event, Admission.ALL));
        }
        effects.addAll(decider.advance(state, RandomShopper.START.plus(Duration.ofDays(2))));
        return effects.stream()
                .map(effect -> ((Effect.Record) effect).fact())
                .filter(fact -> fact.type() == FactType.ENTERED)
                .map(TriggerPatternsTest::entered)
                .toList();
    }

    private static Entered entered(Fact fact) {
        return new Entered(fact.customer(), fact.run(), fact.at());
    }

    private static Journey journey(Trigger trigger) {
        return new Journey(
                JOURNEY,
                "v1",
                "Compared",
                "",
                JourneyState.LIVE,
                false,
                50,
                trigger,
                Condition.ALWAYS,
                RunLimit.UNBOUNDED,
                new Reentry.Always(),
                List.of(),
                List.of(),
                Share.NONE,
                List.of());
    }

    private static String describe(List<Event> events) {
        return events.stream()
                .map(event -> event.name() + "/" + event.id() + "@"
                        + Duration.between(RandomShopper.START, event.timestamp())
                                .toMinutes() + event.properties())
                .collect(Collectors.joining(", "));
    }
}
