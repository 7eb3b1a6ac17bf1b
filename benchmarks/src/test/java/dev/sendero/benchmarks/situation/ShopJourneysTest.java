package dev.sendero.benchmarks.situation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.benchmarks.situation.Situation.Absent;
import dev.sendero.benchmarks.situation.Situation.Happens;
import dev.sendero.benchmarks.situation.Situation.Item;
import dev.sendero.benchmarks.situation.Situation.Sequence;
import dev.sendero.benchmarks.situation.Situation.Silence;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.Reentry;
import dev.sendero.rules.journey.RunLimit;
import dev.sendero.rules.journey.SequenceItem;
import dev.sendero.rules.journey.Trigger;
import dev.sendero.rules.project.Project;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShopJourneysTest {

    private static final long SEED = 42;

    @Test
    void one_seed_makes_the_same_journeys_and_another_makes_others() {
        assertThat(ShopJourneys.of(SEED, 100).files())
                .isEqualTo(ShopJourneys.of(SEED, 100).files());
        assertThat(ShopJourneys.of(SEED, 100).situations())
                .isNotEqualTo(ShopJourneys.of(SEED + 1, 100).situations());
    }

    @Test
    void the_first_of_many_are_those_of_few() {
        assertThat(ShopJourneys.of(SEED, 1_000).situations().subList(0, 10))
                .isEqualTo(ShopJourneys.of(SEED, 10).situations());
    }

    @Test
    void a_thousand_are_not_copies_of_one() {
        assertThat(new HashSet<>(ShopJourneys.of(SEED, 1_000).situations())).hasSizeGreaterThan(950);
    }

    @Test
    void ten_have_one_of_each_kind_and_begin_with_an_abandoned_cart() {
        for (int ten = 0; ten < 100; ten += 10) {
            assertThat(IntStream.range(ten, ten + 10).mapToObj(index -> RandomSituations.kindAt(SEED, index)))
                    .containsExactlyInAnyOrder(SituationKind.values());
        }
        assertThat(RandomSituations.kindAt(SEED, 0)).isEqualTo(SituationKind.ABSENCE_AT_THE_END);
    }

    @Test
    void all_that_a_trigger_can_say_occurs() {
        List<Situation> situations = ShopJourneys.of(SEED, 100).situations();

        assertThat(situations).anyMatch(silence(Silence::events, List::isEmpty));
        assertThat(situations).anyMatch(silence(Silence::events, events -> !events.isEmpty()));
        assertThat(situations).anyMatch(sequence(it -> it.items().size() == 1));
        assertThat(situations).anyMatch(sequence(it -> it.items().size() == 2));
        assertThat(situations).anyMatch(sequence(it -> it.items().size() == 3));
        assertThat(situations).anyMatch(sequence(it -> !it.within().equals(Situation.UNBOUNDED)));
        assertThat(situations).anyMatch(sequence(it -> !it.per().isEmpty()));
        assertThat(situations)
                .anyMatch(item(it -> it instanceof Happens && it.events().size() > 1));
        assertThat(situations).anyMatch(item(it -> it instanceof Happens happens && happens.times() > 1));
        assertThat(situations)
                .anyMatch(item(
                        it -> it instanceof Happens happens && !happens.as().isEmpty()));
        assertThat(situations)
                .anyMatch(item(
                        it -> it instanceof Happens happens && !happens.within().equals(Situation.UNBOUNDED)));
        assertThat(situations).anyMatch(sequence(it -> it.items().get(it.items().size() - 1) instanceof Absent));
        assertThat(situations)
                .anyMatch(sequence(it -> it.items().size() == 3 && it.items().get(1) instanceof Absent));
    }

    @Test
    void the_reader_understands_the_files_as_they_are_meant() {
        ShopJourneys journeys = ShopJourneys.of(SEED, 100);
        Project project = journeys.project();

        for (int index = 0; index < 100; index++) {
            Journey journey = project.journeys().get(ShopJourneys.id(index));
            assertThat(journey.runs()).isEqualTo(RunLimit.UNBOUNDED);
            assertThat(journey.reentry()).isEqualTo(new Reentry.Always());
            if (journeys.situations().get(index) instanceof Sequence sequence) {
                Trigger.Sequence read = (Trigger.Sequence) journey.trigger();
                assertThat(read.within()).isEqualTo(sequence.within());
                assertThat(read.per().property()).isEqualTo(sequence.per());
                assertThat(read.items()).hasSameSizeAs(sequence.items());
                assertThat(lastingOf(read)).isEqualTo(lastingOf(sequence));
            } else if (journeys.situations().get(index) instanceof Silence silence) {
                assertThat(((Trigger.Inactive) journey.trigger()).lasting()).isEqualTo(silence.lasting());
            }
        }
    }

    @Test
    void publications_name_all_journeys_in_order() {
        assertThat(ShopJourneys.of(SEED, 12).publications(Instant.EPOCH))
                .extracting(publication -> publication.journey().value())
                .startsWith("journey-0000")
                .endsWith("journey-0011")
                .hasSize(12);
    }

    @Test
    void traits_are_of_every_kind_and_each_has_a_segment_and_each_tenth_of_these_a_journey() {
        Project project = ShopJourneys.of(SEED, 10).withTraits(40).project();

        assertThat(project.settings().rules().traits()).hasSize(40);
        assertThat(project.settings().rules().segments()).hasSize(40);
        assertThat(project.journeys().keySet())
                .filteredOn(id -> !ShopJourneys.isAboutSituation(id))
                .extracting(id -> id.value())
                .containsExactly("segment-0000", "segment-0010", "segment-0020", "segment-0030");
    }

    private static List<Duration> lastingOf(Trigger.Sequence sequence) {
        return sequence.items().stream()
                .map(item -> item instanceof SequenceItem.Absence absence
                        ? absence.lasting()
                        : ((SequenceItem.Occurrence) item).within())
                .toList();
    }

    private static List<Duration> lastingOf(Sequence sequence) {
        return sequence.items().stream()
                .map(item -> item instanceof Absent absent ? absent.lasting() : ((Happens) item).within())
                .toList();
    }

    private static <T> Predicate<Situation> silence(Function<Silence, T> part, Predicate<T> property) {
        return situation -> situation instanceof Silence silence && property.test(part.apply(silence));
    }

    private static Predicate<Situation> sequence(Predicate<Sequence> property) {
        return situation -> situation instanceof Sequence sequence && property.test(sequence);
    }

    private static Predicate<Situation> item(Predicate<Item> property) {
        return sequence(sequence -> sequence.items().stream().anyMatch(property));
    }
}
