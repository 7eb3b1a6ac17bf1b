package dev.sendero.engine.cep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import dev.sendero.core.Admission;
import dev.sendero.core.Allocation;
import dev.sendero.core.CustomerState;
import dev.sendero.core.Decider;
import dev.sendero.core.JourneySet;
import dev.sendero.core.VersionInForce;
import dev.sendero.engine.cep.host.CepDetectors;
import dev.sendero.rules.project.Project;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HostedCepTest {

    private static final WrittenTrigger SILENCE_AFTER_TWO =
            new WrittenTrigger("{sequence: [{event: A}, {event: B}, {none_of: [X], for: 10s}], within: 30s}");

    /** Its state is written and read between any two events, as at a restore. */
    @ParameterizedTest
    @EnumSource
    void flink_cep_hosted_in_the_decider_finds_what_the_built_in_detector_finds(Shapes shapes) {
        Project project = WrittenTrigger.project(shapes.triggers());
        var histories = new ArrayList<List<Event>>();
        for (int length = 1; length <= 4; length++) {
            History.ofLength(length, length <= 3 ? 5 : 1, history -> histories.add(history.events(shapes.alphabet())));
        }

        Map<String, List<Found>> hosted = CoreMatches.of(hosting(project), histories, HostedCepTest::restored);
        Map<String, List<Found>> builtIn = CoreMatches.of(project, histories);

        assertThat(hosted.keySet()).isEqualTo(shapes.triggers().keySet());
        hosted.forEach((trigger, found) -> assertThat(new HashSet<>(found))
                .as("%s: %s", trigger, shapes.triggers().get(trigger).text())
                .hasSameSizeAs(found)
                .isEqualTo(new HashSet<>(builtIn.get(trigger))));
    }

    @Test
    void a_silence_after_two_events_is_noticed_without_another_event() {
        var decider = decider(SILENCE_AFTER_TWO);
        var state = begun(decider);

        assertThat(decider.nextDeadline(state)).isEqualTo(at(11));
        assertThat(decider.advance(state, at(11))).isNotEmpty();
    }

    @Test
    void what_is_over_leaves_nothing_behind() {
        var decider = decider(SILENCE_AFTER_TWO);
        var state = begun(decider);
        decider.apply(state, event("X", 2), Admission.ALL);

        assertThat(state.isEmpty()).isTrue();
    }

    @Test
    void what_is_out_of_time_leaves_nothing_behind() {
        var decider = decider(new WrittenTrigger("{sequence: [{event: A}, {event: B}], within: 10s}"));
        var state = CustomerState.fresh(new CustomerId("ada"));
        decider.apply(state, event("A", 0), Admission.ALL);

        assertThat(state.isEmpty()).isFalse();
        assertThat(decider.nextDeadline(state)).isEqualTo(at(10));
        decider.advance(state, at(10));
        assertThat(state.isEmpty()).isTrue();
    }

    @Test
    void a_journey_that_is_removed_leaves_nothing_behind() {
        var state = begun(decider(SILENCE_AFTER_TWO));
        var without = new Decider(
                JourneySet.of(WrittenTrigger.project(Map.of()).settings(), List.of(), CepDetectors.ofAll()),
                Allocation.BY_HASH);

        without.reconcile(state, at(2), Set.of());

        assertThat(state.isEmpty()).isTrue();
    }

    @Test
    void an_old_version_goes_on_where_it_is_while_nobody_begins_in_it_any_more() {
        Project project = WrittenTrigger.project(Map.of("journey", SILENCE_AFTER_TWO));
        var state = begun(decider(SILENCE_AFTER_TWO));
        var journey = WrittenTrigger.journey(project, "journey");
        var closed = new Decider(
                JourneySet.of(
                        project.settings(),
                        List.of(new VersionInForce(journey, Instant.MIN, at(1))),
                        CepDetectors.ofAll()),
                Allocation.BY_HASH);

        closed.apply(state, event("A", 2), Admission.ALL);
        closed.apply(state, event("B", 3), Admission.ALL);

        assertThat(closed.advance(state, at(60))).hasSize(3).allSatisfy(effect -> assertThat(effect.toString())
                .contains(at(11).toString()));
        assertThat(state.isEmpty()).isTrue();
    }

    @Test
    void no_thread_is_left() {
        long before = threads();
        for (int set = 0; set < 20; set++) {
            begun(decider(SILENCE_AFTER_TWO));
        }

        await().untilAsserted(() -> assertThat(threads()).isLessThanOrEqualTo(before));
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("Timer-"))
                .count();
    }

    /** Has had two events, and waits. */
    private static CustomerState begun(Decider decider) {
        var state = CustomerState.fresh(new CustomerId("ada"));
        decider.apply(state, event("A", 0), Admission.ALL);
        decider.apply(state, event("B", 1), Admission.ALL);
        return restored(state);
    }

    private static Decider decider(WrittenTrigger trigger) {
        return new Decider(hosting(WrittenTrigger.project(Map.of("journey", trigger))), Allocation.BY_HASH);
    }

    private static JourneySet hosting(Project project) {
        return JourneySet.of(
                project.settings(),
                project.journeys().values().stream().map(VersionInForce::always).toList(),
                CepDetectors.ofAll());
    }

    private static CustomerState restored(CustomerState state) {
        try {
            var bytes = new ByteArrayOutputStream();
            state.writeTo(new DataOutputStream(bytes));
            return CustomerState.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())))
                    .belongsTo(state.customer());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Event event(String name, int second) {
        return Event.track(new EventId(name + second), name, new CustomerId("ada"), at(second), Map.of());
    }

    private static Instant at(int second) {
        return History.START.plusSeconds(second);
    }
}
