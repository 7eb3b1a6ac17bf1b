package dev.sendero.engine.cep;

import dev.sendero.api.JourneyId;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.Trigger;
import dev.sendero.rules.project.Project;
import dev.sendero.rules.project.ProjectFiles;
import dev.sendero.rules.project.ProjectReader;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A trigger as a journey file has it; travels as text.
 *
 * @param text the value of {@code trigger}, on one line
 */
record WrittenTrigger(String text) implements TriggerSource {

    private static final Map<String, Trigger> UNDERSTOOD = new ConcurrentHashMap<>();

    @Override
    public Trigger trigger() {
        return UNDERSTOOD.computeIfAbsent(text, written -> project(Map.of("written", this)).journeys().values().stream()
                .findFirst()
                .orElseThrow()
                .trigger());
    }

    /** A project whose journeys have these triggers, let everybody in and have no end in themselves. */
    static Project project(Map<String, WrittenTrigger> triggers) {
        var files = new TreeMap<String, String>();
        files.put("sendero.yaml", "");
        triggers.forEach((id, trigger) -> files.put("journeys/" + id + ".yaml", """
                        journey: %s
                        state: live
                        runs: unbounded
                        trigger: %s
                        steps:
                          - exit: done
                        """.formatted(id, trigger.text())));
        Project project = ProjectReader.read(new ProjectFiles(files));
        if (project.hasErrors()) {
            throw new IllegalArgumentException("triggers: " + triggers + " (expected: no " + project.problems() + ")");
        }
        return project;
    }

    static Journey journey(Project project, String id) {
        Journey journey = project.journeys().get(new JourneyId(id));
        if (journey == null) {
            throw new IllegalArgumentException("journey: " + id + " (expected: one of " + project.journeys() + ")");
        }
        return journey;
    }
}
