package dev.sendero.engine.cep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.sendero.engine.cep.host.CepDetectors;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.project.Project;
import dev.sendero.rules.project.ProjectFiles;
import dev.sendero.rules.project.ProjectReader;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What Flink CEP refuses is refused when a project is read, and not when it runs. */
class AcceptedPatternsTest {

    private static final List<String> FIRST = List.of(
            "event: A",
            "event: A, optional: true",
            "event: A, times: one_or_more, greedy: true",
            "event: A, times: {from: 2}, greedy: true, until: X",
            "group: [{event: A}, {next: B}], times: one_or_more",
            "group: [{event: A}, {event: B, optional: true}], optional: true",
            "group: [{event: A, times: 2, greedy: true}], times: 2");

    private static final List<String> LATER = List.of(
            "next: B",
            "followed_by_any: B, optional: true",
            "event: B, times: {from: 2, to: 3}, between: followed_by_any",
            "event: B, times: one_or_more, greedy: true, between: next, optional: true",
            "event: B, times: 2, greedy: true",
            "not_next: X",
            "not_followed_by: X",
            "next: {group: [{event: B}, {not_followed_by: X}, {next: C}]}, times: one_or_more, until: X",
            "group: [{group: [{event: B}, {not_next: X}, {event: C}], times: 2}], optional: true, times: {from: 2}",
            "followed_by_any: {group: [{event: B}, {event: C, optional: true}]}, optional: true");

    private static final List<String> AROUND = List.of("", ", within: 1h", ", within: 1h, after_match: skip_past_last");

    @Test
    void every_pattern_that_is_accepted_can_be_run() {
        var files = new TreeMap<String, String>();
        files.put("sendero.yaml", "");
        for (String trigger : triggers()) {
            String name = "j" + files.size();
            files.put("journeys/" + name + ".yaml", "journey: " + name + "\ntrigger: {" + trigger + "}\nsteps: []\n");
        }

        Project project = ProjectReader.read(new ProjectFiles(files));

        assertThat(project.problems()).allMatch(problem -> problem.code() == ProblemCode.CEP_PATTERN);
        assertThat(project.journeys()).hasSizeGreaterThan(500);
        var detectors = CepDetectors.asChosen();
        project.journeys().values().forEach(journey -> assertThatCode(() -> detectors.detectorOf(journey))
                .as(files.get("journeys/" + journey.id() + ".yaml"))
                .doesNotThrowAnyException());
    }

    private static List<String> triggers() {
        var triggers = new ArrayList<String>();
        for (String around : AROUND) {
            for (String first : FIRST) {
                for (String second : LATER) {
                    triggers.add("cep: [{" + first + "}, {" + second + "}]" + around);
                    for (String third : LATER) {
                        triggers.add("cep: [{" + first + "}, {" + second + "}, {" + third + "}]" + around);
                    }
                }
            }
        }
        return triggers;
    }
}
