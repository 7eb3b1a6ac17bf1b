package dev.sendero.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.event.Event;
import dev.sendero.core.detect.DetectorFactory;
import dev.sendero.core.reference.ReferenceDetector;
import dev.sendero.rules.expression.Condition;
import dev.sendero.rules.journey.EventMatch;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.RunLimit;
import dev.sendero.rules.journey.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Journeys that share situations decide as if each had a detector of its own. */
final class SharingPropertiesTest {

    private static final int CASES = 400;
    private static final Instant THE_END = Shop.time("+30d 00:00");

    private final long firstSeed = System.nanoTime();

    @Test
    void journeys_compiled_together_decide_as_if_each_were_alone() {
        int effects = 0;
        for (long seed = firstSeed; seed < firstSeed + CASES; seed++) {
            var random = new RandomShop(seed);
            List<VersionInForce> versions = versions(random, 1 + random.upTo(20));
            List<Event> events = random.events(Shop.ADA, 5 + random.upTo(60));

            List<Effect> expected =
                    decided(JourneySet.of(Shop.SETTINGS, versions, ReferenceDetector.ofAllJourneys()), events);
            List<Effect> actual = decided(JourneySet.of(Shop.SETTINGS, versions), events);

            assertThat(actual).as("seed %d", seed).isEqualTo(expected);
            effects += expected.size();
        }
        assertThat(effects).isGreaterThan(10 * CASES);
    }

    private static List<Effect> decided(JourneySet set, List<Event> events) {
        var decider = new Decider(set, Allocation.BY_HASH);
        var state = CustomerState.fresh(Shop.ADA);
        List<Effect> effects = new ArrayList<>();
        events.forEach(event -> effects.addAll(decider.apply(state, event, Admission.ALL)));
        effects.addAll(decider.advance(state, THE_END));
        return effects;
    }

    @Test
    void a_set_that_changes_step_by_step_decides_as_one_that_was_there_from_the_start() {
        for (long seed = firstSeed; seed < firstSeed + CASES; seed++) {
            var random = new RandomShop(seed);
            List<VersionInForce> versions = versions(random, 2 + random.upTo(12));
            List<Event> events = random.events(Shop.ADA, 5 + random.upTo(60));

            List<Effect> expected = decided(JourneySet.of(Shop.SETTINGS, versions), events);

            assertThat(decidedInSteps(versions, events)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    /** Each version is published when it opens, and compiled into the set that is there. */
    private static List<Effect> decidedInSteps(List<VersionInForce> versions, List<Event> events) {
        JourneySet set = JourneySet.of(Shop.SETTINGS, List.of());
        var state = CustomerState.fresh(Shop.ADA);
        List<Effect> effects = new ArrayList<>();
        int published = -1;
        for (Event event : events) {
            List<VersionInForce> open = versions.stream()
                    .filter(version -> !version.from().isAfter(event.timestamp()))
                    .toList();
            if (open.size() != published) {
                published = open.size();
                set = set.with(Shop.SETTINGS, open, DetectorFactory.NONE);
            }
            effects.addAll(new Decider(set, Allocation.BY_HASH).apply(state, event, Admission.ALL));
        }
        set = set.with(Shop.SETTINGS, versions, DetectorFactory.NONE);
        effects.addAll(new Decider(set, Allocation.BY_HASH).advance(state, THE_END));
        return effects;
    }

    /** A few triggers in many variations; every fourth journey has a second version. */
    private static List<VersionInForce> versions(RandomShop random, int count) {
        var variations = new Variations(random);
        List<Trigger.Sequence> triggers = List.of(random.sequence(), random.sequence(), random.sequence());
        List<VersionInForce> versions = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            Trigger trigger = random.upTo(5) == 0 ? silence(random) : variations.of(triggers.get(random.upTo(3)));
            Journey first = journey(random, index, "1", trigger);
            if (random.upTo(4) == 0) {
                Instant edited = Shop.time("00:00").plusSeconds(60L * random.upTo(60));
                versions.add(new VersionInForce(first, Instant.MIN, edited));
                versions.add(new VersionInForce(
                        journey(random, index, "2", edited(trigger, variations, random)), edited, Instant.MAX));
            } else {
                versions.add(VersionInForce.always(first));
            }
        }
        return versions;
    }

    private static Trigger edited(Trigger trigger, Variations variations, RandomShop random) {
        return trigger instanceof Trigger.Sequence sequence ? variations.of(sequence) : silence(random);
    }

    private static Trigger silence(RandomShop random) {
        Duration lasting = Duration.ofMinutes(1 + random.upTo(10));
        return random.upTo(2) == 0
                ? new Trigger.Inactive(lasting, List.of())
                : new Trigger.Inactive(lasting, List.of(new EventMatch("A", Condition.ALWAYS)));
    }

    private static Journey journey(RandomShop random, int index, String version, Trigger trigger) {
        var builder = JourneyBuilder.journey("j" + index)
                .version(version)
                .priority(index % 3)
                .runs(random.upTo(2) == 0 ? RunLimit.UNBOUNDED : RunLimit.ONE)
                .steps(Words.email("mail"), Words.delay("wait", Duration.ofMinutes(5)), Words.email("more"));
        return (trigger instanceof Trigger.Sequence sequence
                        ? builder.triggeredBy(sequence)
                        : builder.inactiveFor((Trigger.Inactive) trigger))
                .build();
    }
}
