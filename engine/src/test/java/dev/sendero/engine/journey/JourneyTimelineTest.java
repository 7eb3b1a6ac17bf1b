package dev.sendero.engine.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.sendero.api.JourneyId;
import dev.sendero.api.fact.Fact;
import dev.sendero.rules.journey.JourneyState;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class JourneyTimelineTest {

    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant ELEVEN = Instant.parse("2026-03-01T11:00:00Z");
    private static final long NEVER = Long.MIN_VALUE;

    private static final PublishedJourney FIRST = PublishedJourney.live("cart", "v1", "Product Added", TEN);
    private static final PublishedJourney SECOND = PublishedJourney.live("cart", "v2", "Product Added", ELEVEN);

    private final JourneyTimeline timeline = new JourneyTimeline();

    private void publish(PublishedJourney journey, long now) {
        timeline.publish(journey.publication(), () -> Optional.of(journey.compiled()), now);
    }

    /** As if it had taken effect at its time. */
    private void restore(PublishedJourney journey) {
        boolean live = journey.state() == JourneyState.LIVE;
        var opening = new Opening(journey.effectiveAt().toEpochMilli(), Opening.OPEN);
        timeline.restore(new DatedVersion(journey.compiled(), live ? List.of(opening) : List.of()));
    }

    /** Each with the times between which situations may begin it. */
    private List<String> versions() {
        return timeline.datedVersions()
                .map(dated -> dated.version().publication().version()
                        + dated.openings().stream().map(this::inWords).collect(Collectors.joining()))
                .toList();
    }

    private String inWords(Opening opening) {
        return " " + clock(opening.from()) + "-" + (opening.isOpen() ? "" : clock(opening.until()));
    }

    private static LocalTime clock(long millis) {
        return LocalTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
    }

    @Test
    void a_version_takes_effect_at_its_time() {
        publish(FIRST, NEVER);

        assertThat(timeline.nextChange()).hasValue(TEN.toEpochMilli());
        assertThat(versions()).isEmpty();

        var transition = timeline.takeNext();

        assertThat(versions()).containsExactly("v1 10:00-");
        assertThat(transition.facts()).extracting(Fact::at, Fact::reason).containsExactly(tuple(TEN, ""));
        assertThat(transition.concernsRuns()).isFalse();
    }

    @Test
    void a_version_that_comes_late_takes_effect_right_after_now_and_the_fact_says_so() {
        publish(FIRST, ELEVEN.toEpochMilli());

        assertThat(timeline.nextChange()).hasValue(ELEVEN.toEpochMilli() + 1);
        assertThat(timeline.takeNext().facts())
                .extracting(Fact::at, Fact::reason)
                .containsExactly(tuple(ELEVEN.plusMillis(1), "late"));
    }

    @Test
    void the_version_before_drains() {
        publish(FIRST, NEVER);
        publish(SECOND, NEVER);
        timeline.takeNext();
        var transition = timeline.takeNext();

        assertThat(versions()).containsExactly("v1 10:00-11:00", "v2 11:00-");
        assertThat(transition.concernsRuns()).isFalse();
    }

    @Test
    void a_version_takes_over_the_people_inside_once() {
        restore(FIRST);
        publish(SECOND.migrating(), NEVER);
        publish(SECOND.migrating().in(JourneyState.LIVE, ELEVEN.plusSeconds(1)), NEVER);

        var change = timeline.takeNext();
        var edit = timeline.takeNext();

        assertThat(change.migrating()).containsExactly(new JourneyId("cart"));
        assertThat(change.concernsRuns()).isTrue();
        assertThat(edit.migrating()).isEmpty();
    }

    @Test
    void an_older_publication_that_comes_again_changes_nothing() {
        var paused = FIRST.in(JourneyState.PAUSED, ELEVEN);
        restore(paused);

        publish(FIRST, ELEVEN.toEpochMilli());
        publish(paused, ELEVEN.toEpochMilli());

        assertThat(timeline.nextChange()).isEmpty();
    }

    @Test
    void an_older_version_that_comes_late_drains_and_does_not_replace_the_newest() {
        restore(SECOND);

        publish(FIRST, ELEVEN.toEpochMilli());
        timeline.takeNext();

        assertThat(versions()).containsExactly("v1", "v2 11:00-");
    }

    @Test
    void pausing_resuming_and_ending_concern_those_inside() {
        restore(FIRST);
        publish(FIRST.in(JourneyState.PAUSED, ELEVEN), NEVER);
        publish(FIRST.in(JourneyState.LIVE, ELEVEN.plusSeconds(1)), NEVER);
        publish(FIRST.in(JourneyState.ENDED, ELEVEN.plusSeconds(2)), NEVER);

        for (String reason : List.of("paused", "", "ended")) {
            var transition = timeline.takeNext();
            assertThat(transition.concernsRuns()).isTrue();
            assertThat(transition.facts()).extracting(Fact::reason).containsExactly(reason);
        }
        assertThat(versions()).containsExactly("v1 10:00-11:00 11:00:01-11:00:02");
    }

    @Test
    void a_removed_version_leaves_and_does_not_come_if_it_was_to_come() {
        restore(FIRST);
        publish(SECOND, NEVER);

        timeline.remove(FIRST.key(), TEN.toEpochMilli());
        timeline.remove(SECOND.key(), TEN.toEpochMilli());
        var transition = timeline.takeNext();

        assertThat(transition.time()).isEqualTo(TEN.toEpochMilli() + 1);
        assertThat(transition.concernsRuns()).isTrue();
        assertThat(versions()).isEmpty();
        assertThat(timeline.nextChange()).isEmpty();
    }

    @Test
    void a_version_that_comes_late_begins_where_it_took_effect_and_ends_the_other_there() {
        restore(FIRST);

        publish(SECOND, ELEVEN.plusSeconds(60).toEpochMilli() - 1);
        timeline.takeNext();

        assertThat(versions()).containsExactly("v1 10:00-11:01", "v2 11:01-");
    }

    @Test
    void a_version_that_returns_begins_a_second_time() {
        restore(FIRST);
        publish(SECOND, NEVER);
        publish(FIRST.in(JourneyState.LIVE, ELEVEN.plusSeconds(60)), NEVER);
        timeline.takeNext();
        timeline.takeNext();

        assertThat(versions()).containsExactly("v1 10:00-11:00 11:01-", "v2 11:00-11:01");
    }

    @Test
    void a_change_of_the_title_neither_closes_nor_opens() {
        restore(FIRST);
        publish(FIRST.in(JourneyState.LIVE, ELEVEN), NEVER);

        assertThat(timeline.takeNext().concernsRuns()).isFalse();
        assertThat(versions()).containsExactly("v1 10:00-");
    }

    @Test
    void the_newest_version_is_the_newest_also_while_nobody_may_begin_it() {
        restore(FIRST);
        publish(SECOND.in(JourneyState.PAUSED, ELEVEN), NEVER);
        timeline.takeNext();

        assertThat(timeline.versionsInForce())
                .extracting(version -> version.journey().version() + " " + version.from() + " " + version.until())
                .containsExactly("v1 " + TEN + " " + ELEVEN, "v2 " + Instant.MAX + " " + Instant.MAX);
    }

    @Test
    void a_publication_that_cannot_be_understood_changes_nothing() {
        restore(FIRST);
        timeline.publish(SECOND.publication(), Optional::empty, NEVER);

        assertThat(timeline.takeNext().facts()).isEmpty();
        assertThat(versions()).containsExactly("v1 10:00-");
    }
}
