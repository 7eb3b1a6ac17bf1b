package dev.sendero.engine.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.sendero.api.JourneyId;
import dev.sendero.api.fact.Fact;
import dev.sendero.rules.journey.JourneyState;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JourneyTimelineTest {

    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant ELEVEN = Instant.parse("2026-03-01T11:00:00Z");
    private static final long NEVER = Long.MIN_VALUE;

    private static final PublishedJourney FIRST = PublishedJourney.live("cart", "v1", "Product Added", TEN);
    private static final PublishedJourney SECOND = PublishedJourney.live("cart", "v2", "Product Added", ELEVEN);

    private final JourneyTimeline timeline = new JourneyTimeline();

    @Test
    void a_version_takes_effect_at_its_time() {
        timeline.publish(FIRST.compiled(), NEVER);

        assertThat(timeline.nextChange()).hasValue(TEN.toEpochMilli());
        assertThat(timeline.current()).isEmpty();

        var transition = timeline.takeNext();

        assertThat(timeline.current()).containsExactly(FIRST.compiled());
        assertThat(transition.facts()).extracting(Fact::at, Fact::reason).containsExactly(tuple(TEN, ""));
        assertThat(transition.concernsRuns()).isFalse();
    }

    @Test
    void a_version_that_comes_late_takes_effect_right_after_now_and_the_fact_says_so() {
        timeline.publish(FIRST.compiled(), ELEVEN.toEpochMilli());

        assertThat(timeline.nextChange()).hasValue(ELEVEN.toEpochMilli() + 1);
        assertThat(timeline.takeNext().facts())
                .extracting(Fact::at, Fact::reason)
                .containsExactly(tuple(ELEVEN.plusMillis(1), "late"));
    }

    @Test
    void the_version_before_drains() {
        timeline.publish(FIRST.compiled(), NEVER);
        timeline.publish(SECOND.compiled(), NEVER);
        timeline.takeNext();
        var transition = timeline.takeNext();

        assertThat(timeline.current()).containsExactly(SECOND.compiled());
        assertThat(timeline.draining()).containsExactly(FIRST.compiled());
        assertThat(transition.concernsRuns()).isFalse();
    }

    @Test
    void a_version_takes_over_the_people_inside_once() {
        timeline.restore(FIRST.compiled());
        timeline.publish(SECOND.migrating().compiled(), NEVER);
        timeline.publish(
                SECOND.migrating().in(JourneyState.LIVE, ELEVEN.plusSeconds(1)).compiled(), NEVER);

        var change = timeline.takeNext();
        var edit = timeline.takeNext();

        assertThat(change.migrating()).containsExactly(new JourneyId("cart"));
        assertThat(change.concernsRuns()).isTrue();
        assertThat(edit.migrating()).isEmpty();
    }

    @Test
    void an_older_publication_that_comes_again_changes_nothing() {
        var paused = FIRST.in(JourneyState.PAUSED, ELEVEN);
        timeline.restore(paused.compiled());

        timeline.publish(FIRST.compiled(), ELEVEN.toEpochMilli());
        timeline.publish(paused.compiled(), ELEVEN.toEpochMilli());

        assertThat(timeline.nextChange()).isEmpty();
    }

    @Test
    void an_older_version_that_comes_late_drains_and_does_not_replace_the_newest() {
        timeline.restore(SECOND.compiled());

        timeline.publish(FIRST.compiled(), ELEVEN.toEpochMilli());
        timeline.takeNext();

        assertThat(timeline.current()).containsExactly(SECOND.compiled());
        assertThat(timeline.draining()).containsExactly(FIRST.compiled());
    }

    @Test
    void pausing_resuming_and_ending_concern_those_inside() {
        timeline.restore(FIRST.compiled());
        timeline.publish(FIRST.in(JourneyState.PAUSED, ELEVEN).compiled(), NEVER);
        timeline.publish(FIRST.in(JourneyState.LIVE, ELEVEN.plusSeconds(1)).compiled(), NEVER);
        timeline.publish(FIRST.in(JourneyState.ENDED, ELEVEN.plusSeconds(2)).compiled(), NEVER);

        for (String reason : List.of("paused", "", "ended")) {
            var transition = timeline.takeNext();
            assertThat(transition.concernsRuns()).isTrue();
            assertThat(transition.facts()).extracting(Fact::reason).containsExactly(reason);
        }
        assertThat(timeline.current()).hasSize(1);
    }

    @Test
    void a_removed_version_leaves_and_does_not_come_if_it_was_to_come() {
        timeline.restore(FIRST.compiled());
        timeline.publish(SECOND.compiled(), NEVER);

        timeline.remove(FIRST.key(), TEN.toEpochMilli());
        timeline.remove(SECOND.key(), TEN.toEpochMilli());
        var transition = timeline.takeNext();

        assertThat(transition.time()).isEqualTo(TEN.toEpochMilli() + 1);
        assertThat(transition.concernsRuns()).isTrue();
        assertThat(timeline.current()).isEmpty();
        assertThat(timeline.nextChange()).isEmpty();
    }
}
