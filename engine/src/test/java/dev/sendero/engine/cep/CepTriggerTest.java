package dev.sendero.engine.cep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import dev.sendero.core.detect.Detector;
import dev.sendero.core.detect.Situation;
import dev.sendero.core.scope.Moment;
import dev.sendero.core.state.Hosted;
import dev.sendero.core.state.JourneyVersion;
import dev.sendero.core.state.Profile;
import dev.sendero.engine.cep.host.CepDetectors;
import dev.sendero.rules.journey.Journey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What each word of a {@code cep} trigger finds. Events are a letter each, one a second, numbered from 1; a situation is
 * written as the events of its named stages, and a semicolon stands between situations.
 */
class CepTriggerTest {

    private static final CustomerId ADA = new CustomerId("ada");

    @Test
    void next_takes_the_very_next_event_of_any_name() {
        assertThat(found("[{event: A, as: a}, {next: B, as: b}]", "A B A X B")).isEqualTo("a1 b2");
    }

    @Test
    void followed_by_takes_the_first_that_fits_with_others_between() {
        assertThat(found("[{event: A, as: a}, {followed_by: B, as: b}]", "A X B B"))
                .isEqualTo("a1 b3");
        assertThat(found("[{event: A, as: a}, {event: B, as: b}]", "A X B B")).isEqualTo("a1 b3");
    }

    @Test
    void followed_by_any_takes_each_that_fits() {
        assertThat(found("[{event: A, as: a}, {followed_by_any: B, as: b}]", "A X B B"))
                .isEqualTo("a1 b3; a1 b4");
    }

    @Test
    void a_list_is_any_of_its_events() {
        assertThat(found(
                        "[{any_of: [A, C], as: a}, {next: [B, {event: D, where: event.properties.n > 4}], as: b}]",
                        "A B C D C D"))
                .isEqualTo("a1 b2; a5 b6");
    }

    @Test
    void not_next_looks_at_one_event() {
        assertThat(found("[{event: A, as: a}, {not_next: X}, {event: B, as: b}]", "A X B A Y X B"))
                .isEqualTo("a4 b7");
    }

    @Test
    void not_followed_by_looks_until_the_next_stage() {
        assertThat(found("[{event: A, as: a}, {not_followed_by: [X]}, {event: B, as: b}]", "A Y B A Y X B"))
                .isEqualTo("a1 b3");
    }

    @Test
    void not_followed_by_at_the_end_holds_at_the_end_of_within() {
        assertThat(found("[{event: A, as: a}, {not_followed_by: X}], within: 3s", "A Y A Y X"))
                .isEqualTo("a1");
    }

    @Test
    void a_stage_may_happen_several_times() {
        assertThat(found("[{event: A, as: a, times: 2}, {event: B, as: b}]", "A A B"))
                .isEqualTo("a1a2 b3");
        assertThat(found("[{event: A, as: a, times: {from: 2, to: 3}}, {next: B, as: b}]", "A B A A A B"))
                .isEqualTo("a3a4a5 b6; a4a5 b6");
        assertThat(found("[{event: A, as: a, times: {from: 2}}, {next: B, as: b}], within: 1m", "A A A A B"))
                .isEqualTo("a1a2a3a4 b5; a2a3a4 b5; a3a4 b5");
    }

    @Test
    void between_says_what_may_come_between_repetitions() {
        String trigger = "[{event: A, as: a, times: 2, between: %s}]";

        assertThat(found(trigger.formatted("next"), "A X A A")).isEqualTo("a3a4");
        assertThat(found(trigger.formatted("followed_by"), "A X A A")).isEqualTo("a1a3; a3a4");
        assertThat(found(trigger.formatted("followed_by_any"), "A X A A")).isEqualTo("a1a3; a1a4; a3a4");
    }

    @Test
    void a_greedy_repetition_takes_what_the_next_stage_would_take_too() {
        String trigger =
                "[{event: A, as: a, times: one_or_more%s}, {any_of: [A, B], as: b}], within: 1m, after_match: skip_past_last";

        assertThat(found(trigger.formatted(""), "A A A B")).isEqualTo("a1 b2; a3 b4");
        assertThat(found(trigger.formatted(", greedy: true"), "A A A B")).isEqualTo("a1a2a3 b4");
    }

    @Test
    void an_optional_stage_need_not_happen() {
        assertThat(found("[{event: A, as: a}, {next: B, as: b, optional: true}, {next: C, as: c}]", "A C A B C"))
                .isEqualTo("a1 c2; a3 b4 c5");
    }

    @Test
    void until_an_event_ends_a_repetition() {
        assertThat(found("[{event: A, as: a, times: one_or_more, until: X}, {event: B, as: b}]", "A A X A B"))
                .isEqualTo("a1a2 b5; a2 b5; a4 b5");
    }

    @Test
    void until_a_condition_ends_a_repetition() {
        assertThat(found(
                        "[{event: A, as: a, times: one_or_more, until: {where: event.properties.n >= 3}}, {event: B, as: b}]",
                        "A A A A B"))
                .isEqualTo("a1a2 b5; a2 b5");
    }

    @Test
    void a_group_is_repeated_as_a_whole() {
        assertThat(found(
                        "[{event: S, as: s}, {next: {group: [{event: A, as: a}, {next: B, as: b}]}, times: 2, between: next},"
                                + " {next: E, as: e}]",
                        "S A B A B E S A B E"))
                .isEqualTo("a2a4 b3b5 e6 s1");
    }

    @Test
    void a_pattern_may_begin_with_a_group() {
        assertThat(found("[{group: [{event: A, as: a}, {next: B, as: b}], times: 2}, {next: E, as: e}]", "A B X A B E"))
                .isEqualTo("a1a4 b2b5 e6");
    }

    @Test
    void within_counts_from_the_first_event_and_an_event_at_the_bound_is_in_time() {
        assertThat(found("[{event: A, as: a}, {event: B, as: b}], within: 2s", "A X B A X X B"))
                .isEqualTo("a1 b3");
    }

    @Test
    void after_a_match_others_are_skipped() {
        String trigger = "[{event: A, as: a, times: 2}, {event: B, as: b}], after_match: %s";
        String events = "A A A B";

        assertThat(found(trigger.formatted("no_skip"), events)).isEqualTo("a1a2 b4; a2a3 b4");
        assertThat(found(trigger.formatted("skip_past_last"), events)).isEqualTo("a1a2 b4");
        assertThat(found(trigger.formatted("skip_to_next"), events)).isEqualTo("a1a2 b4; a2a3 b4");
        assertThat(found(
                        "[{event: S, as: s}, {event: A, as: a, times: 2}], after_match: {skip_to_last: a}",
                        "S S A S A"))
                .isEqualTo("a3a5 s1");
        assertThat(found(
                        "[{event: S, as: s}, {event: A, as: a, times: 2}], after_match: {skip_to_first: a}",
                        "S S A S A A"))
                .isEqualTo("a3a5 s1; a5a6 s4");
    }

    @Test
    void events_must_agree_on_the_key() {
        assertThat(found("[{event: A, as: a}, {not_followed_by: X}, {event: B, as: b}], per: k", "A:1 A:2 X:2 B:2 B:1"))
                .isEqualTo("a1 b5 per 1");
        assertThat(found(
                        "[{event: A, as: a, times: one_or_more, until: X}, {event: B, as: b}], per: k",
                        "A:1 A:2 A B:1"))
                .isEqualTo("a1 b4 per 1");
    }

    @Test
    void what_may_be_what_must_not_happen_cancels() {
        assertThat(found(
                        "[{event: A, as: a}, {not_followed_by: {event: X, where: event.properties.missing > 1}}, {event: B, as: b}]"
                                .replace("{event: X", "[{event: X")
                                .replace("1}}", "1}]}"),
                        "A X B A B"))
                .isEqualTo("a4 b5");
    }

    @Test
    void conditions_look_at_captured_events() {
        assertThat(found(
                        "[{event: A, as: a, times: 2}, {event: B, as: b, where: event.properties.n - a.properties.n > 1}]",
                        "A A B B"))
                .isEqualTo("a1a2 b4");
    }

    @Test
    void a_match_that_may_have_several_ways_is_one_situation_with_the_most_events() {
        assertThat(found("[{event: A, as: a, times: one_or_more}, {event: B, as: b}], within: 1m", "A A A B"))
                .isEqualTo("a1a2a3 b4; a2a3 b4; a3 b4");
    }

    private static String found(String cep, String events) {
        var project = WrittenTrigger.project(Map.of("journey", new WrittenTrigger("{cep: " + cep + "}")));
        Journey journey = WrittenTrigger.journey(project, "journey");
        Detector detector = CepDetectors.asChosen().detectorOf(journey).orElseThrow();
        Hosted state = Hosted.nothing(new JourneyVersion(journey.id(), journey.version()));
        var found = new ArrayList<Situation>();
        int number = 0;
        for (String each : events.split(" ", -1)) {
            Event event = event(each, ++number);
            state = fired(detector, state, event.timestamp().toEpochMilli(), found);
            if (detector.seesAllEvents() || detector.eventNames().contains(event.name())) {
                state = detector.apply(state, Moment.ofEvent(event, Profile.EMPTY), true, found::add);
            }
        }
        fired(detector, state, Long.MAX_VALUE, found);
        return found.stream().map(CepTriggerTest::text).collect(Collectors.joining("; "));
    }

    /** All deadlines before an instant. */
    private static Hosted fired(Detector detector, Hosted state, long millis, List<Situation> found) {
        Hosted fired = state;
        while (fired.deadline() < millis) {
            fired = detector.fire(fired, Moment.ofDeadline(ADA, fired.deadline(), Profile.EMPTY), found::add);
        }
        return fired;
    }

    /** @param written a name, and after a colon what it is about */
    private static Event event(String written, int number) {
        var properties = new TreeMap<String, Object>(Map.of("n", (long) number));
        int colon = written.indexOf(':');
        if (colon > 0) {
            properties.put("k", written.substring(colon + 1));
        }
        return Event.track(
                new EventId(String.valueOf(number)),
                colon > 0 ? written.substring(0, colon) : written,
                ADA,
                Instant.ofEpochSecond(1_000_000 + number),
                properties);
    }

    private static String text(Situation situation) {
        String stages = new TreeMap<>(situation.captured())
                .entrySet().stream()
                        .map(stage -> numbers(stage.getValue())
                                .map(number -> stage.getKey() + number)
                                .collect(Collectors.joining()))
                        .collect(Collectors.joining(" "));
        return situation.key().isEmpty() ? stages : stages + " per " + situation.key();
    }

    private static Stream<Object> numbers(Object captured) {
        Map<?, ?> map = (Map<?, ?>) captured;
        return map.get("all") instanceof List<?> all
                ? all.stream().flatMap(CepTriggerTest::numbers)
                : Stream.of(((Map<?, ?>) map.get("properties")).get("n"));
    }
}
