package dev.sendero.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import dev.sendero.api.fact.Fact;
import dev.sendero.api.fact.FactType;
import dev.sendero.core.Admission;
import dev.sendero.core.Allocation;
import dev.sendero.core.CustomerState;
import dev.sendero.core.Decider;
import dev.sendero.core.Effect;
import dev.sendero.core.JourneySet;
import dev.sendero.core.Linked;
import dev.sendero.core.VersionInForce;
import dev.sendero.core.identity.Identity;
import dev.sendero.core.identity.IdentityBounds;
import dev.sendero.core.identity.Recognition;
import dev.sendero.core.identity.Sighting;
import dev.sendero.core.identity.Visitor;
import dev.sendero.engine.event.ReceivedEvent;
import dev.sendero.engine.identity.IdentityHarness;
import dev.sendero.engine.journey.PublishedJourney;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Devices, users and logins at random through the two operators, in any order that the bound allows and in steps of
 * time of any length: decided is what the core decides of the same events one after the other.
 */
@SuppressWarnings("try") // Flink's harness says that closing it may be interrupted.
class LoginReplayTest {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration BOUND = Duration.ofSeconds(2);
    private static final Instant END = START.plus(Duration.ofDays(2));

    private static final PublishedJourney[] JOURNEYS = {
        PublishedJourney.live("thanks", "v1", "Order Completed", START.minusSeconds(1)),
        PublishedJourney.live("follow-up", "v1", "Order Completed, delay PT1H", START.minusSeconds(1)),
        PublishedJourney.live("win-back", "v1", "inactive PT10M", START.minusSeconds(1)),
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void what_is_decided_does_not_depend_on_how_events_and_time_come_in(long seed) throws Exception {
        var random = new Random(seed);
        List<Event> events = events(random);
        List<String> expected = decidedByTheCore(events);
        assertThat(expected).as("seed " + seed).anyMatch(line -> line.contains("before link"));

        assertThat(decidedByTheOperators(events, random))
                .as("seed " + seed)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private static List<Event> events(Random random) {
        var events = new ArrayList<Event>();
        Instant at = START;
        for (int i = 0; i < 300; i++) {
            // Steps of half a second, so that many events share an instant.
            at = at.plusMillis(500L * (random.nextInt(10) == 0 ? random.nextInt(3_000) : random.nextInt(4)));
            String user = random.nextInt(3) == 0 ? "user-" + random.nextInt(6) : "";
            String device = user.isEmpty() || random.nextBoolean() ? "device-" + random.nextInt(12) : "";
            events.add(Event.track(
                            new EventId("e%08x".formatted(random.nextInt())),
                            random.nextInt(4) == 0 ? "Order Completed" : "Product Viewed",
                            new CustomerId(user.isEmpty() ? device : user),
                            at,
                            Map.of())
                    .from(device));
        }
        return events;
    }

    private static List<String> decidedByTheOperators(List<Event> events, Random random) throws Exception {
        var arrival = new HashMap<Event, Long>();
        events.forEach(
                event -> arrival.put(event, event.timestamp().toEpochMilli() + random.nextInt((int) BOUND.toMillis())));
        List<Event> arriving = new ArrayList<>(events);
        arriving.sort(Comparator.comparing(arrival::get));
        try (var identity = IdentityHarness.started(IdentityBounds.DEFAULT);
                var journeys = OperatorHarness.started(JOURNEYS)) {
            Instant newest = START;
            for (Event event : arriving) {
                var received = ReceivedEvent.of(event, Admission.ALL);
                if (received.hasAnonymousId()) {
                    identity.take(received);
                } else {
                    journeys.take(received);
                }
                newest = event.timestamp().isAfter(newest) ? event.timestamp() : newest;
                if (random.nextInt(5) == 0) {
                    timeReaches(newest.minus(BOUND).minusMillis(1), identity, journeys);
                }
            }
            timeReaches(END, identity, journeys);
            return lines(journeys.facts());
        }
    }

    private static void timeReaches(Instant time, IdentityHarness identity, OperatorHarness journeys) throws Exception {
        identity.timeReaches(time);
        for (Object sent : identity.output()) {
            if (sent instanceof ReceivedEvent event) {
                journeys.take(event);
            }
        }
        journeys.timeReaches(time);
    }

    /** All events in their order, each with what it means at once. */
    private static List<String> decidedByTheCore(List<Event> events) {
        var decider = new Decider(
                JourneySet.of(
                        JOURNEYS[0].compiled().settings(),
                        List.of(JOURNEYS).stream()
                                .map(journey ->
                                        VersionInForce.always(journey.compiled().journey()))
                                .toList()),
                Allocation.BY_HASH);
        var identity = new Identity<Event>(IdentityBounds.DEFAULT, bite -> {});
        var devices = new HashMap<String, Visitor<Event>>();
        var states = new TreeMap<CustomerId, CustomerState>();
        var effects = new ArrayList<Effect>();
        for (Event event : events.stream().sorted(Event.ORDER).toList()) {
            CustomerId customer = event.customer();
            if (!event.anonymousId().isEmpty()) {
                Visitor<Event> device = devices.computeIfAbsent(event.anonymousId(), id -> Visitor.unknown());
                Recognition<Event> recognition = identity.see(device, Sighting.of(event), event);
                customer = new CustomerId(recognition.customer());
                if (recognition instanceof Recognition.Login<Event> login) {
                    effects.addAll(link(decider, states, login, event));
                }
            }
            effects.addAll(decider.apply(
                    states.computeIfAbsent(customer, CustomerState::fresh), event.of(customer), Admission.ALL));
        }
        states.values().forEach(state -> effects.addAll(decider.advance(state, END)));
        return lines(effects.stream()
                .filter(Effect.Record.class::isInstance)
                .map(effect -> ((Effect.Record) effect).fact())
                .toList());
    }

    private static List<Effect> link(
            Decider decider, Map<CustomerId, CustomerState> states, Recognition.Login<Event> login, Event event) {
        var device = new CustomerId(event.anonymousId());
        var effects = new ArrayList<>(
                decider.depart(states.computeIfAbsent(device, CustomerState::fresh), event.timestamp()));
        effects.addAll(decider.link(
                states.computeIfAbsent(event.customer(), CustomerState::fresh),
                new Linked(
                        event.timestamp(),
                        login.history().stream()
                                .map(past -> new Linked.Past(past.of(event.customer()), Admission.ALL))
                                .toList())));
        return effects;
    }

    private static List<String> lines(List<Fact> facts) {
        return facts.stream()
                .filter(fact -> fact.type() != FactType.PUBLISHED)
                .map(fact -> fact.at() + " " + fact.customer() + " " + fact.journey() + " " + fact.type() + " "
                        + fact.step() + " " + fact.reason() + " " + fact.run())
                .toList();
    }
}
