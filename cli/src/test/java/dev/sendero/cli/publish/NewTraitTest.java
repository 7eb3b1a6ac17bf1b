package dev.sendero.cli.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.JourneyId;
import dev.sendero.api.journey.JourneyPublication;
import dev.sendero.rules.project.Project;
import dev.sendero.rules.project.ProjectFiles;
import dev.sendero.rules.project.ProjectReader;
import dev.sendero.rules.project.Publications;
import dev.sendero.rules.trait.TraitRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NewTraitTest {

    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

    private static Project project(String traits, String where) {
        Project project = ProjectReader.read(new ProjectFiles(new TreeMap<>(
                Map.of("sendero.yaml", "", "traits/all.yaml", traits, "journeys/keen.yaml", """
                journey: keen
                state: live
                trigger: { event: View, where: '%s' }
                steps: []
                """.formatted(where)))));
        assertThat(project.problems()).isEmpty();
        return project;
    }

    private static List<JourneyPublication> published(Project project) {
        return List.of(Publications.of(project, new JourneyId("keen"), TEN));
    }

    @Test
    void those_that_the_job_does_not_keep_are_new_with_a_name_or_without() {
        var running = project("traits: { views: { count: View } }", "count(\"View\", \"1h\") >= 2");
        var next = project(
                "traits: { seen: { count: View }, orders: { count: Buy, over: 30d } }\n"
                        + "segments: { fan: 'sum(\"Buy\", \"total\") >= 500' }",
                "count(\"View\", \"1h\") >= 3 && count(\"View\", \"2h\") >= 4");

        assertThat(NewTrait.of(published(running), next))
                .containsExactlyInAnyOrder(
                        new NewTrait("orders", Duration.ofDays(30)),
                        new NewTrait("count(\"View\", \"2h\")", Duration.ofHours(2)),
                        new NewTrait("sum(\"Buy\", \"total\")", TraitRule.ALWAYS));
        assertThat(NewTrait.of(published(next), next)).isEmpty();
    }

    @Test
    void nothing_is_new_to_a_job_that_has_nothing() {
        assertThat(NewTrait.of(List.of(), project("traits: { views: { count: View } }", "count(\"View\") >= 2")))
                .isEmpty();
    }

    @Test
    void a_plan_says_what_will_be_missing_in_them() {
        var plan = new PublishPlan(
                new TreeMap<>(),
                List.of(new NewTrait("orders", Duration.ofDays(30)), new NewTrait("value", TraitRule.ALWAYS)));

        assertThat(PlanText.of(plan, Optional.empty())).startsWith("""
                trait orders: would be new, and complete when it has been kept for 30d
                trait value: would be new, and nothing from before would ever be in it
                """);
        assertThat(PlanJson.write(plan, Optional.empty()))
                .contains("\"new_traits\":[{\"complete_after\":\"30d\",\"trait\":\"orders\"},{\"trait\":\"value\"}]");
    }
}
