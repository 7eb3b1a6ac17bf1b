package dev.sendero.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.CustomerId;
import dev.sendero.api.event.Event;
import dev.sendero.api.fact.Fact;
import dev.sendero.api.message.Message;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What holds for all journeys and all events. */
final class DeciderPropertiesTest {

    private static final Instant THE_END = Shop.time("+30d 00:00");
    private static final int CASES = 60;

    private final long firstSeed = System.nanoTime();

    /** One made-up case: journeys and one customer's events. */
    private record Case(long seed, Decider decider, List<Event> events) {

        static Case of(long seed) {
            var random = new RandomShop(seed);
            var journeys = new RandomJourneys(random).journeys(1 + random.upTo(4));
            var decider = new Decider(
                    JourneySet.of(
                            Shop.SETTINGS,
                            journeys.stream().map(VersionInForce::always).toList()),
                    Allocation.BY_HASH);
            return new Case(seed, decider, random.events(Shop.ADA, 5 + random.upTo(40)));
        }

        List<Effect> atOnce() {
            return with(UnaryOperator.identity());
        }

        /** @param betweenEvents what happens to the state after each event */
        List<Effect> with(UnaryOperator<CustomerState> betweenEvents) {
            List<Effect> effects = new ArrayList<>();
            CustomerState state = CustomerState.fresh(Shop.ADA);
            for (Event event : events) {
                effects.addAll(decider.apply(state, event, Admission.ALL));
                state = betweenEvents.apply(state);
            }
            effects.addAll(decider.advance(state, THE_END));
            return effects;
        }
    }

    @Test
    void small_steps_in_time_decide_the_same_as_one_leap() {
        int effects = 0;
        for (long seed = firstSeed; seed < firstSeed + CASES; seed++) {
            Case made = Case.of(seed);
            List<Effect> expected = made.atOnce();
            assertThat(inSmallSteps(made)).as("seed %d", seed).isEqualTo(expected);
            effects += expected.size();
        }
        assertThat(effects).isGreaterThan(CASES);
    }

    private static List<Effect> inSmallSteps(Case made) {
        var random = new SplittableRandom(made.seed());
        List<Effect> effects = new ArrayList<>();
        CustomerState state = CustomerState.fresh(Shop.ADA);
        Instant now = made.events().get(0).timestamp();
        for (Event event : made.events()) {
            while (now.isBefore(event.timestamp())) {
                Instant step = now.plusSeconds(random.nextInt(1, 200));
                now = step.isBefore(event.timestamp()) ? step : event.timestamp();
                effects.addAll(made.decider().advance(state, now.minusMillis(1)));
            }
            effects.addAll(made.decider().apply(state, event, Admission.ALL));
        }
        Instant due = made.decider().nextDeadline(state);
        while (!due.isAfter(THE_END)) {
            assertThat(made.decider().advance(state, due.minusMillis(1))).isEmpty();
            effects.addAll(made.decider().advance(state, due));
            due = made.decider().nextDeadline(state);
        }
        return effects;
    }

    @Test
    void a_copy_decides_the_same_and_the_original_does_not_change_with_it() {
        for (long seed = firstSeed; seed < firstSeed + CASES; seed++) {
            Case made = Case.of(seed);
            List<Effect> copied = made.with(state -> {
                CustomerState copy = state.copy();
                made.decider().advance(state, THE_END);
                return copy;
            });

            assertThat(copied).as("seed %d", seed).isEqualTo(made.atOnce());
        }
    }

    @Test
    void a_restored_state_is_equal_and_decides_the_same() {
        for (long seed = firstSeed; seed < firstSeed + CASES; seed++) {
            Case made = Case.of(seed);
            List<Effect> restored = made.with(state -> {
                CustomerState again = restored(state);
                assertThat(again).isEqualTo(state);
                return again;
            });

            assertThat(restored).as("seed %d", seed).isEqualTo(made.atOnce());
        }
    }

    private static CustomerState restored(CustomerState state) {
        try {
            var bytes = new ByteArrayOutputStream();
            state.writeTo(new DataOutputStream(bytes));
            return CustomerState.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())))
                    .belongsTo(state.customer());
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory: cannot be read", impossible);
        }
    }

    @Test
    void an_empty_state_may_be_forgotten() {
        for (long seed = firstSeed; seed < firstSeed + CASES; seed++) {
            Case made = Case.of(seed);
            List<Effect> forgetting =
                    made.with(state -> state.isEmpty() ? CustomerState.fresh(state.customer()) : state);

            assertThat(forgetting).as("seed %d", seed).isEqualTo(made.atOnce());
        }
    }

    @Test
    void every_fact_and_every_message_has_an_id_of_its_own() {
        for (long seed = firstSeed; seed < firstSeed + CASES; seed++) {
            List<Effect> effects = Case.of(seed).atOnce();

            assertThat(effects.stream()
                            .filter(Effect.Record.class::isInstance)
                            .map(effect -> ((Effect.Record) effect).fact())
                            .map(Fact::id))
                    .as("seed %d", seed)
                    .doesNotHaveDuplicates();
            assertThat(effects.stream()
                            .filter(Effect.Send.class::isInstance)
                            .map(effect -> ((Effect.Send) effect).message())
                            .map(Message::id))
                    .as("seed %d", seed)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void the_next_deadline_is_what_a_fresh_look_at_the_state_says() {
        for (long seed = firstSeed; seed < firstSeed + CASES; seed++) {
            Case made = Case.of(seed);
            made.with(state -> {
                Instant cached = made.decider().nextDeadline(state);
                CustomerState looked = state.copy();
                made.decider().reconcile(looked, Instant.EPOCH, Set.of());
                assertThat(cached)
                        .as("seed %d", made.seed())
                        .isEqualTo(made.decider().nextDeadline(looked));
                return state;
            });
        }
    }

    @Test
    void how_the_events_of_different_customers_mix_does_not_matter() {
        for (long seed = firstSeed; seed < firstSeed + CASES / 3; seed++) {
            Case made = Case.of(seed);
            List<Event> events = new ArrayList<>();
            for (String customer : List.of("ada", "bob", "cyd")) {
                events.addAll(new RandomShop(seed + customer.hashCode()).events(new CustomerId(customer), 20));
            }
            assertThat(byCustomer(made.decider(), mixed(events, seed)))
                    .as("seed %d", seed)
                    .isEqualTo(byCustomer(made.decider(), events));
        }
    }

    /** Another mixture, with each customer's events in their order. */
    private static List<Event> mixed(List<Event> events, long seed) {
        var random = new SplittableRandom(seed);
        Map<CustomerId, List<Event>> left = new HashMap<>();
        events.forEach(event ->
                left.computeIfAbsent(event.customer(), id -> new ArrayList<>()).add(event));
        List<CustomerId> customers = new ArrayList<>(left.keySet());
        List<Event> mixed = new ArrayList<>();
        while (mixed.size() < events.size()) {
            List<Event> of = left.get(customers.get(random.nextInt(customers.size())));
            if (!of.isEmpty()) {
                mixed.add(of.remove(0));
            }
        }
        return mixed;
    }

    private static Map<CustomerId, List<Effect>> byCustomer(Decider decider, List<Event> events) {
        Map<CustomerId, CustomerState> states = new HashMap<>();
        Map<CustomerId, List<Effect>> effects = new HashMap<>();
        for (Event event : events) {
            CustomerState state = states.computeIfAbsent(event.customer(), CustomerState::fresh);
            effects.computeIfAbsent(event.customer(), id -> new ArrayList<>())
                    .addAll(decider.apply(state, event, Admission.ALL));
        }
        states.forEach((customer, state) -> effects.get(customer).addAll(decider.advance(state, THE_END)));
        return effects;
    }

    @Test
    void nothing_is_dated_before_what_was_decided_earlier() {
        for (long seed = firstSeed; seed < firstSeed + CASES; seed++) {
            Case made = Case.of(seed);
            List<Instant> dates =
                    made.atOnce().stream().map(DeciderPropertiesTest::dateOf).toList();

            assertThat(dates).as("seed %d", seed).isSorted();
        }
    }

    private static Instant dateOf(Effect effect) {
        if (effect instanceof Effect.Send send) {
            return send.message().at();
        }
        return effect instanceof Effect.Cancel cancel
                ? cancel.cancellation().at()
                : ((Effect.Record) effect).fact().at();
    }
}
