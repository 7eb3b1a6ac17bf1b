package dev.sendero.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.engine.journey.PublishedJourney;
import dev.sendero.rules.journey.JourneyState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random events, changes of journeys, snapshots and restarts: a task decides as one on the heap that is never
 * interrupted.
 */
class SameDecisionsTest {

    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
    private static final int STEPS = 40;
    private static final int CUSTOMERS = 30;

    private static final List<PublishedJourney> JOURNEYS = List.of(
            PublishedJourney.live("thanks", "v1", "Order Completed", TEN),
            PublishedJourney.live("follow-up", "v1", "Order Completed, delay PT1H", TEN),
            PublishedJourney.live("win-back", "v1", "inactive PT1H", TEN));

    @ParameterizedTest
    @EnumSource(TaskSetup.class)
    void decisions_do_not_depend_on_how_state_is_kept_and_when_it_is_saved(TaskSetup setup) throws Exception {
        for (long seed = 1; seed <= setup.seeds(); seed++) {
            var undisturbed = new Course(seed, TaskSetup.ON_THE_HEAP, false).run();
            var disturbed = new Course(seed, setup, true).run();

            assertThat(disturbed.messages)
                    .as("messages of seed %d", seed)
                    .hasSizeGreaterThan(50)
                    .containsExactlyInAnyOrderElementsOf(undisturbed.messages);
            assertThat(disturbed.facts)
                    .as("facts of seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(undisturbed.facts);
        }
    }

    /** One life of a shop, the same for each seed but for the interruptions. */
    @SuppressWarnings("try") // Flink's harness says that closing it may be interrupted.
    private static final class Course {
        final List<String> messages = new ArrayList<>();
        final List<String> facts = new ArrayList<>();
        private final Random random;
        private final Random interruptions;
        private final TaskSetup setup;
        private final boolean disturbed;
        private final Map<String, PublishedJourney> published = new LinkedHashMap<>();
        private OperatorHarness task;
        private Instant now = TEN;
        private int checkpoints;

        Course(long seed, TaskSetup setup, boolean disturbed) throws Exception {
            this.random = new Random(seed);
            this.interruptions = new Random(seed);
            this.setup = setup;
            this.disturbed = disturbed;
            JOURNEYS.forEach(journey -> published.put(journey.key(), journey));
            task = OperatorHarness.started(setup, inTopic());
        }

        private PublishedJourney[] inTopic() {
            return published.values().toArray(PublishedJourney[]::new);
        }

        Course run() throws Exception {
            for (int step = 0; step < STEPS; step++) {
                Duration length = Duration.ofMinutes(1 + random.nextInt(30));
                for (int i = random.nextInt(25); i > 0; i--) {
                    String name = random.nextInt(3) == 0 ? "Order Completed" : "Product Viewed";
                    Instant at = now.plusMillis(1 + random.nextLong(length.toMillis() * 3 / 2) / 1_000 * 1_000);
                    task.event("customer-" + random.nextInt(CUSTOMERS), name, at, "id-" + random.nextInt(1_000_000));
                    interrupt();
                }
                if (random.nextInt(4) == 0) {
                    changeJourneys(now.plus(length.dividedBy(2)));
                }
                now = now.plus(length);
                task.timeReaches(now);
                interrupt();
            }
            now = now.plus(Duration.ofDays(2));
            task.timeReaches(now);
            while (task.workOn()) {
                interrupt();
            }
            collect();
            return this;
        }

        private void changeJourneys(Instant at) throws Exception {
            int kind = random.nextInt(5);
            PublishedJourney followUp = published.get("follow-up@v1");
            if (kind == 0 && followUp != null) {
                publish(followUp.in(JourneyState.PAUSED, at));
            } else if (kind == 1 && followUp != null) {
                publish(followUp.in(JourneyState.LIVE, at));
            } else if (kind == 2 && followUp != null && random.nextInt(4) == 0) {
                publish(followUp.in(JourneyState.ENDED, at));
            } else if (kind == 3) {
                String version = "v" + (2 + random.nextInt(100));
                publish(PublishedJourney.live("win-back", version, "inactive PT40M", at));
            } else if (kind == 4) {
                publish(PublishedJourney.live("later", "v1", "Order Completed, delay PT20M", at)
                        .in(random.nextBoolean() ? JourneyState.LIVE : JourneyState.PAUSED, at));
            }
        }

        private void publish(PublishedJourney journey) throws Exception {
            // What is published late depends on when the task looks; that is not the question here.
            while (task.workOn()) {
                interrupt();
            }
            published.put(journey.key(), journey);
            task.publish(journey);
        }

        private void interrupt() throws Exception {
            if (!disturbed) {
                return;
            }
            int kind = interruptions.nextInt(100);
            if (kind < 40) {
                task.workOn();
            } else if (kind < 44) {
                task.snapshot(++checkpoints);
            } else if (kind == 44) {
                restart();
            }
        }

        private void restart() throws Exception {
            var snapshot = task.snapshot(++checkpoints);
            collect();
            task = OperatorHarness.restored(setup, snapshot, 1, 1, 0, inTopic());
            // Where it was is told by the events that it is sent again.
            task.timeReaches(now);
        }

        private void collect() throws Exception {
            messages.addAll(task.messages());
            task.facts()
                    .forEach(fact -> facts.add(fact.at() + " " + fact.customer() + " " + fact.journey() + "@"
                            + fact.version() + " " + fact.type() + " " + fact.reason()));
            task.close();
        }
    }
}
