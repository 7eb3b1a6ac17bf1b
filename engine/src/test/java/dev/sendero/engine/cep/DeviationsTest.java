package dev.sendero.engine.cep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.cep.functions.TimedOutPartialMatchHandler;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;

/** Where the journey language and Flink CEP mean different things, if one writes the same words: both sides of each. */
class DeviationsTest {

    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    @Test
    void an_event_exactly_at_the_bound_is_in_time_here_and_out_there() {
        var events = List.of(event("A", 0), event("B", 10));

        assertThat(foundByFlink(begin("A").followedBy("B").where(named("B")).within(TEN_SECONDS), events))
                .isEmpty();
        assertThat(foundByCore("sequence: [{event: A}, {event: B}], within: 10s", events))
                .containsExactly(at(10));
    }

    @Test
    void an_event_exactly_at_the_end_of_an_absence_cancels_here_and_not_there() {
        var events = List.of(event("A", 0), event("X", 10));

        assertThat(foundByFlink(begin("A").notFollowedBy("X").where(named("X")).within(TEN_SECONDS), events))
                .hasSize(1);
        assertThat(foundByCore("sequence: [{event: A}, {none_of: [X], for: 10s}]", events))
                .isEmpty();
    }

    @Test
    void an_absence_is_dated_with_its_end_here_and_when_it_is_noticed_there() {
        var silent = List.of(event("A", 0));
        var coming = List.of(event("A", 0), event("C", 25));

        assertThat(foundByFlink(absence(), silent)).containsExactly("[A0] at the end of time");
        assertThat(foundByFlink(absence(), coming)).containsExactly("[A0] after 25 s");
        for (List<Event> events : List.of(silent, coming)) {
            assertThat(foundByCore("sequence: [{event: A}, {none_of: [X], for: 10s}]", events))
                    .containsExactly(at(10));
        }
    }

    private static Pattern<ProfiledEvent, ?> absence() {
        return begin("A").notFollowedBy("X").where(named("X")).within(TEN_SECONDS);
    }

    /** FLINK-31040. */
    @Test
    void what_must_not_happen_after_a_repetition_may_happen_during_it_here_and_not_there() {
        var events = List.of(event("A", 0), event("X", 1), event("A", 2), event("Afterwards", 60));

        assertThat(foundByFlink(
                        begin("A").times(2).notFollowedBy("X").where(named("X")).within(TEN_SECONDS), events))
                .isEmpty();
        assertThat(foundByCore("sequence: [{event: A, times: 2}, {none_of: [X], for: 10s}]", events))
                .containsExactly(at(12));
    }

    /** WithinType.PREVIOUS_AND_CURRENT sets no timer. */
    @Test
    void an_absence_after_two_events_goes_unnoticed_there_while_the_customer_is_silent() {
        var trigger = written("sequence: [{event: A}, {event: B}, {none_of: [X], for: 10s}]");
        var silent = List.of(event("A", 0), event("B", 1));

        assertThat(CepMatches.of(trigger, shown(silent))).isEmpty();
        assertThat(CepMatches.of(trigger, ProfiledHistory.of(silent))).hasSize(1);
        assertThat(foundByCore(trigger, silent)).containsExactly(at(11));
    }

    @Test
    void one_start_is_out_of_time_several_times_there_and_once_here() {
        var events = List.of(event("A", 0), event("A", 1), event("Afterwards", 60));
        Pattern<ProfiledEvent, ?> loop =
                begin("A").oneOrMore().followedBy("B").where(named("B")).within(TEN_SECONDS);

        assertThat(CepOutput.of(loop, new InWords(), shown(events)).outOfTime())
                .containsExactly("[A0, A1]", "[A0]", "[A1]");
        assertThat(foundByCore("sequence: [{event: A}, {none_of: [B], for: 10s}]", events))
                .containsExactly(at(10), at(11));
    }

    @Test
    void a_condition_that_cannot_be_answered_fails_the_job_there_and_cancels_here() {
        var events = List.of(event("A", 0), event("X", 1));
        Pattern<ProfiledEvent, ?> absence = begin("A")
                .notFollowedBy("X")
                .where(SimpleCondition.of(
                        event -> (long) event.event().properties().get("price") >= 2))
                .within(TEN_SECONDS);

        assertThatThrownBy(() -> foundByFlink(absence, events)).rootCause().isInstanceOf(NullPointerException.class);
        assertThat(foundByCore(
                        "sequence: [{event: A}, {none_of: [{event: X, where: event.properties.price >= 2}], for: 10s}]",
                        events))
                .isEmpty();
    }

    private static Pattern<ProfiledEvent, ProfiledEvent> begin(String name) {
        return Pattern.<ProfiledEvent>begin(name, AfterMatchSkipStrategy.noSkip())
                .where(named(name));
    }

    private static SimpleCondition<ProfiledEvent> named(String name) {
        return SimpleCondition.of(event -> event.event().name().equals(name));
    }

    private static List<String> foundByFlink(Pattern<ProfiledEvent, ?> pattern, List<Event> events) {
        return CepOutput.of(pattern, new InWords(), shown(events)).matches().stream()
                .map(match -> match.getValue() + when(match.getTimestamp()))
                .toList();
    }

    private static String when(long millis) {
        return millis == Long.MAX_VALUE
                ? " at the end of time"
                : " after " + (millis - History.START.toEpochMilli()) / 1_000 + " s";
    }

    private static final class InWords extends PatternProcessFunction<ProfiledEvent, String>
            implements TimedOutPartialMatchHandler<ProfiledEvent> {

        @Override
        public void processMatch(Map<String, List<ProfiledEvent>> match, Context context, Collector<String> out) {
            out.collect(inWords(match));
        }

        @Override
        public void processTimedOutMatch(Map<String, List<ProfiledEvent>> match, Context context) {
            context.output(CepOutput.OUT_OF_TIME, inWords(match));
        }
    }

    private static String inWords(Map<String, List<ProfiledEvent>> match) {
        return match.values().stream()
                .flatMap(item -> item.stream().map(event -> event.event().id().value()))
                .toList()
                .toString();
    }

    private static List<ProfiledEvent> shown(List<Event> events) {
        return ProfiledHistory.of(events).subList(0, events.size());
    }

    private static List<Instant> foundByCore(String trigger, List<Event> events) {
        return foundByCore(written(trigger), events);
    }

    private static WrittenTrigger written(String trigger) {
        return new WrittenTrigger("{" + trigger + "}");
    }

    private static List<Instant> foundByCore(WrittenTrigger trigger, List<Event> events) {
        var found = CoreMatches.of(WrittenTrigger.project(Map.of("journey", trigger)), List.of(events));
        return found.getOrDefault("journey", List.of()).stream().map(Found::at).toList();
    }

    private static Event event(String name, int second) {
        return Event.track(new EventId(name + second), name, new CustomerId("ada"), at(second), Map.of());
    }

    private static Instant at(int second) {
        return History.START.plus(Duration.ofSeconds(second));
    }
}
