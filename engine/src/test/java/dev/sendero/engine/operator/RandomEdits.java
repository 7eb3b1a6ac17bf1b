package dev.sendero.engine.operator;

import dev.sendero.api.JourneyId;
import dev.sendero.api.journey.JourneyPublication;
import dev.sendero.rules.project.Project;
import dev.sendero.rules.project.ProjectFiles;
import dev.sendero.rules.project.ProjectReader;
import dev.sendero.rules.project.Publications;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** What people do to three journeys within some hours: they edit, pause, resume and end them. */
final class RandomEdits {

    private static final List<String> TRIGGERS = List.of(
            "event: A",
            "sequence: [{ event: A }, { none_of: [B], for: 10m }]",
            "inactive: { for: 15m, events: [A, C] }",
            "sequence: [{ event: A }, { event: C, within: 20m }]");

    private static final List<String> STEPS = List.of("""
              - { id: pause, delay: 5m }
              - { id: call, webhook: { url: "https://crm.example/hook", body: {} } }
            """, """
              - { id: pause, delay: 12m }
              - { id: call, webhook: { url: "https://crm.example/hook", body: {} } }
              - { id: after, delay: 7m }
              - { id: again, webhook: { url: "https://crm.example/hook", body: {} } }
            """, """
              - id: wait
                wait_until:
                  - event: C
                    steps:
                      - { id: call, webhook: { url: "https://crm.example/hook", body: {} } }
                  - timeout: 20m
                    steps:
                      - { id: again, webhook: { url: "https://crm.example/hook", body: {} } }
            """);

    private RandomEdits() {}

    /** In the order of their effective times, no two of which are equal. */
    static List<JourneyPublication> of(Random random, Instant start, int minutes) {
        var all = new ArrayList<JourneyPublication>();
        for (String journey : List.of("one", "two", "three")) {
            String trigger = any(random, TRIGGERS);
            String steps = any(random, STEPS);
            long second = random.nextInt(600);
            while (second < 60L * minutes) {
                String state = any(random, List.of("live", "live", "live", "live", "paused", "ended"));
                all.add(publication(journey, state, random.nextBoolean(), trigger, steps, start.plusSeconds(second)));
                if (random.nextInt(3) > 0) {
                    trigger = any(random, TRIGGERS);
                    steps = any(random, STEPS);
                }
                second += 60 + random.nextInt(2_400);
            }
        }
        all.sort((left, right) -> left.effectiveAt().compareTo(right.effectiveAt()));
        return all;
    }

    private static JourneyPublication publication(
            String journey, String state, boolean migrate, String trigger, String steps, Instant effectiveAt) {
        Project project = ProjectReader.read(new ProjectFiles(
                new TreeMap<>(Map.of("sendero.yaml", "name: Shop\n", "journeys/" + journey + ".yaml", """
                journey: %s
                state: %s
                migrate: %s
                runs: unbounded
                trigger:
                  %s
                steps:
                %s""".formatted(
                                journey, state, migrate, trigger, steps)))));
        if (project.hasErrors()) {
            throw new IllegalStateException(project.problems().toString());
        }
        return Publications.of(project, new JourneyId(journey), effectiveAt);
    }

    static <T> T any(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
