package dev.sendero.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import dev.sendero.api.journey.JourneyPublication;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is published while the job runs, in whatever order events and versions come, however often the job starts
 * anew and with however many tasks: each decision is that of a job which had all versions from the start.
 */
class EditsInTimeTest {

    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
    private static final int MINUTES = 180;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void every_decision_is_that_of_a_job_which_had_the_versions_from_the_start(long seed) throws Exception {
        var random = new Random(seed);
        List<JourneyPublication> edits = RandomEdits.of(random, TEN, MINUTES);
        List<Event> events = events(random);
        var effective = new ArrayList<JourneyPublication>();

        var changed = new ShopTasks(List.of());
        int late = run(changed, random, edits, events, effective);
        var fromTheStart = new ShopTasks(effective);
        inOrder(fromTheStart, events);

        assertThat(changed.outcome()).isEqualTo(fromTheStart.outcome()).hasSizeGreaterThan(50);
        assertThat(changed.lateVersions()).isEqualTo(late);
    }

    /** Each event comes a little before time reaches it, each edit before its time or, now and then, after. */
    private static int run(
            ShopTasks tasks,
            Random random,
            List<JourneyPublication> edits,
            List<Event> events,
            List<JourneyPublication> effective)
            throws Exception {
        var toCome = new ArrayList<>(events);
        var toPublish = new ArrayList<>(edits);
        Instant now = TEN.minusSeconds(1);
        int tasksNow = 1;
        int late = 0;
        for (int minute = 0; minute < MINUTES + 120; minute += 1 + random.nextInt(3)) {
            Instant next = TEN.plusSeconds(60L * minute);
            for (JourneyPublication edit : List.copyOf(toPublish)) {
                Instant at = edit.effectiveAt();
                boolean overdue = !at.isAfter(now);
                if (overdue || (at.isBefore(next.plusSeconds(900)) && random.nextInt(4) == 0)) {
                    tasks.publish(edit);
                    toPublish.remove(edit);
                    effective.add(overdue ? at(edit, now.plusMillis(1)) : edit);
                    late += overdue ? tasksNow : 0;
                } else if (!at.isAfter(next) && !mayBeLate(edit, toPublish, next, random)) {
                    tasks.publish(edit);
                    toPublish.remove(edit);
                    effective.add(edit);
                }
            }
            List<Event> coming = new ArrayList<>(toCome.stream()
                    .filter(event -> !event.timestamp().isAfter(next)
                            || (event.timestamp().isBefore(next.plusSeconds(180)) && random.nextBoolean()))
                    .toList());
            Collections.shuffle(coming, random);
            for (Event event : coming) {
                tasks.event(event);
            }
            toCome.removeAll(coming);
            tasks.timeReaches(next);
            now = next;
            if (random.nextInt(20) == 0) {
                tasksNow = 1 + random.nextInt(3);
                tasks.restart(tasksNow);
            }
        }
        tasks.timeReaches(TEN.plusSeconds(86_400));
        tasks.close();
        return late;
    }

    /** A version that comes late is the next one at whatever time it takes effect only if no other one is before it. */
    private static boolean mayBeLate(
            JourneyPublication edit, List<JourneyPublication> toPublish, Instant now, Random random) {
        Optional<Instant> following = toPublish.stream()
                .filter(other -> other.journey().equals(edit.journey()) && !other.equals(edit))
                .map(JourneyPublication::effectiveAt)
                .min(Comparator.naturalOrder());
        return random.nextInt(3) == 0
                && following.filter(at -> at.isBefore(now.plusSeconds(900))).isEmpty();
    }

    private static JourneyPublication at(JourneyPublication edit, Instant time) {
        return new JourneyPublication(edit.journey(), edit.version(), time, edit.file(), edit.files());
    }

    private static void inOrder(ShopTasks tasks, List<Event> events) throws Exception {
        for (Event event : events) {
            tasks.timeReaches(event.timestamp().minusMillis(1));
            tasks.event(event);
        }
        tasks.timeReaches(TEN.plusSeconds(86_400));
        tasks.close();
    }

    private static List<Event> events(Random random) {
        var events = new ArrayList<Event>();
        for (int index = 0; index < 300; index++) {
            Instant at = TEN.plusSeconds(random.nextInt(60 * MINUTES));
            String customer = RandomEdits.any(random, List.of("ada", "bob", "eve", "kim", "lea", "max"));
            String name = RandomEdits.any(random, List.of("A", "A", "B", "C"));
            events.add(Event.track(new EventId("e" + index), name, new CustomerId(customer), at, Map.of()));
        }
        events.sort(Event.ORDER);
        return events;
    }
}
