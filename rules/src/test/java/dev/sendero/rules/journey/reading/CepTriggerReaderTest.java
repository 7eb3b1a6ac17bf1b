package dev.sendero.rules.journey.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.rules.journey.AfterMatch;
import dev.sendero.rules.journey.CepStage;
import dev.sendero.rules.journey.Contiguity;
import dev.sendero.rules.journey.Correlation;
import dev.sendero.rules.journey.DetectorChoice;
import dev.sendero.rules.journey.EventMatch;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.Repetition;
import dev.sendero.rules.journey.SequenceItem;
import dev.sendero.rules.journey.Trigger;
import dev.sendero.rules.project.ProjectFiles;
import dev.sendero.rules.project.ProjectReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CepTriggerReaderTest {

    private static final String PATTERN = """
            cep:
              - event: Product Viewed
                as: viewed
                where: event.properties.price > 3
                times: { from: 3 }
                between: next
                greedy: true
                until: Cart Emptied
              - next: [Product Added, { event: Cart Viewed, where: event.properties.items > 1 }]
                times: { from: 2, to: 4 }
              - not_next: Order Completed
              - followed_by_any:
                  group:
                    - event: Coupon Shown
                      as: coupon
                    - not_followed_by: [Coupon Refused]
                    - any_of: [Coupon Used, Coupon Kept]
                      optional: true
                times: 2
              - event: Page Viewed
                times: one_or_more
                until: { where: event.properties.url == viewed.properties.url }
            within: 2h
            per: cart_id
            after_match: { skip_to_first: viewed }
            """;

    @Test
    void stages_have_a_contiguity_events_and_a_name() {
        List<CepStage> stages = read(PATTERN.replace("{ skip_to_first: viewed }", "skip_past_last"))
                .stages();

        assertThat(stages).hasSize(5);
        var first = (CepStage.Occurrence) stages.get(0);
        assertThat(first.after()).isEqualTo(Contiguity.FOLLOWED_BY);
        assertThat(first.as()).isEqualTo("viewed");
        assertThat(first.anyOf().get(0).where().source()).isEqualTo("event.properties.price > 3");
        var second = (CepStage.Occurrence) stages.get(1);
        assertThat(second.after()).isEqualTo(Contiguity.NEXT);
        assertThat(second.anyOf()).extracting(EventMatch::event).containsExactly("Product Added", "Cart Viewed");
        var negation = (CepStage.Negation) stages.get(2);
        assertThat(negation.strict()).isTrue();
        assertThat(negation.noneOf()).extracting(EventMatch::event).containsExactly("Order Completed");
    }

    @Test
    void a_group_has_stages_of_its_own() {
        var trigger = read(PATTERN.replace("{ skip_to_first: viewed }", "no_skip"));
        var group = (CepStage.Group) trigger.stages().get(3);

        assertThat(group.after()).isEqualTo(Contiguity.FOLLOWED_BY_ANY);
        assertThat(group.repetition().to()).isEqualTo(2);
        assertThat(group.stages()).hasSize(3);
        assertThat(((CepStage.Negation) group.stages().get(1)).strict()).isFalse();
        assertThat(group.stages().get(2).isOptional()).isTrue();
        assertThat(trigger.captures()).containsExactly("viewed", "coupon");
    }

    @Test
    void repetitions_have_bounds_and_an_end() {
        List<CepStage> stages =
                read(PATTERN.replace("{ skip_to_first: viewed }", "no_skip")).stages();

        Repetition first = ((CepStage.Occurrence) stages.get(0)).repetition();
        assertThat(first.from()).isEqualTo(3);
        assertThat(first.isUnbounded()).isTrue();
        assertThat(first.between()).isEqualTo(Contiguity.NEXT);
        assertThat(first.greedy()).isTrue();
        assertThat(first.until()).extracting(EventMatch::event).containsExactly("Cart Emptied");
        Repetition second = ((CepStage.Occurrence) stages.get(1)).repetition();
        assertThat(List.of(second.from(), second.to())).containsExactly(2, 4);
        Repetition last = ((CepStage.Occurrence) stages.get(4)).repetition();
        assertThat(last.from()).isEqualTo(1);
        assertThat(last.isUnbounded()).isTrue();
        assertThat(last.until()).extracting(EventMatch::event).containsExactly("Page Viewed");
        assertThat(last.until().get(0).where().source()).isEqualTo("event.properties.url == viewed.properties.url");
    }

    @Test
    void the_whole_has_a_bound_a_key_and_a_way_to_skip() {
        var trigger = read("""
                cep: [{ event: A }, { event: B, as: b }]
                within: 2h
                per: cart_id
                after_match: { skip_to_first: b }
                """);

        assertThat(trigger.within()).isEqualTo(Duration.ofHours(2));
        assertThat(trigger.per()).isEqualTo(new Correlation("cart_id", Map.of()));
        assertThat(trigger.afterMatch()).isEqualTo(new AfterMatch(AfterMatch.Kind.SKIP_TO_FIRST, "b"));
    }

    @Test
    void little_need_be_said() {
        var trigger = read("cep: [{ event: A }]");

        assertThat(trigger.within()).isEqualTo(SequenceItem.UNBOUNDED);
        assertThat(trigger.per()).isEqualTo(Correlation.NONE);
        assertThat(trigger.afterMatch()).isEqualTo(AfterMatch.NO_SKIP);
        assertThat(((CepStage.Occurrence) trigger.stages().get(0)).repetition()).isEqualTo(Repetition.ONCE);
    }

    @Test
    void it_runs_on_flink_cep_whether_the_file_says_so_or_not() {
        Journey unsaid = journey("cep: [{ event: A }, { next: B }]", "");
        Journey said = journey("cep: [{ event: A }, { next: B }]", "detector: flink-cep");

        assertThat(unsaid.detector()).isEqualTo(DetectorChoice.FLINK_CEP);
        assertThat(said.detector()).isEqualTo(DetectorChoice.FLINK_CEP);
    }

    @Test
    void every_word_of_a_stage_is_part_of_the_version() {
        String version =
                journey("cep: [{ event: A }, { next: B, times: 2 }]", "").version();

        for (String other : List.of(
                "cep: [{ event: A }, { followed_by: B, times: 2 }]",
                "cep: [{ event: A }, { next: B, times: 3 }]",
                "cep: [{ event: A }, { next: B, times: 2, optional: true }]",
                "cep: [{ next: B, times: 2 }, { event: A }]".replace("next", "event"),
                "{ cep: [{ event: A }, { next: B, times: 2 }], after_match: skip_past_last }")) {
            assertThat(journey(other, "").version()).as(other).isNotEqualTo(version);
        }
    }

    private static Trigger.Cep read(String trigger) {
        return (Trigger.Cep) journey(trigger, "").trigger();
    }

    private static Journey journey(String trigger, String line) {
        var files = new TreeMap<String, String>();
        files.put("sendero.yaml", "");
        files.put(
                "journeys/written.yaml",
                "journey: written\n" + line + "\ntrigger:\n" + trigger.indent(2) + "steps: []\n");
        var project = ProjectReader.read(new ProjectFiles(files));
        assertThat(project.problems()).isEmpty();
        return project.journeys().values().iterator().next();
    }
}
