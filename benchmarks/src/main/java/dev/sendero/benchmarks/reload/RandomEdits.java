package dev.sendero.benchmarks.reload;

import dev.sendero.api.JourneyId;
import dev.sendero.api.journey.JourneyPublication;
import dev.sendero.benchmarks.reload.Edit.Kind;
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

/** What people do to journeys, by a seed: they add, change, pause, resume and end them, one after the other. */
final class RandomEdits {

    /** As many journeys have an edit between two of one. */
    private static final int PAUSE_BETWEEN = 8;

    private static final List<Kind> KINDS =
            List.of(Kind.ADD, Kind.CHANGE, Kind.PAUSE, Kind.MIGRATE, Kind.RESUME, Kind.CHANGE, Kind.END, Kind.MIGRATE);

    private final Random random;
    private final List<Hot> journeys = new ArrayList<>();

    /** A journey as it stands. */
    private static final class Hot {
        private final String id;
        private String state = "live";
        private boolean migrate;
        private int price;
        private int delay;
        private int lastEdit = -PAUSE_BETWEEN;

        private Hot(String id) {
            this.id = id;
        }
    }

    /** @param journeys that there are before the first edit */
    RandomEdits(long seed, int journeys) {
        random = new Random(seed);
        for (int index = 0; index < journeys; index++) {
            add();
        }
    }

    private Hot add() {
        var added = new Hot("hot-%03d".formatted(journeys.size()));
        draw(added);
        journeys.add(added);
        return added;
    }

    private void draw(Hot journey) {
        journey.price = 220 + random.nextInt(60);
        journey.delay = 1 + random.nextInt(3);
    }

    /** The journeys as they stand. */
    List<JourneyPublication> all(Instant effectiveAt) {
        return journeys.stream()
                .map(journey -> publication(journey, effectiveAt))
                .toList();
    }

    /** @param number of the edit, from 0 */
    Edit next(int number, long publishedAt, Instant effectiveAt) {
        Kind kind = KINDS.get(number % KINDS.size());
        List<Hot> able = journeys.stream()
                .filter(journey -> number - journey.lastEdit >= PAUSE_BETWEEN && isAble(kind, journey))
                .toList();
        if (kind == Kind.ADD || able.isEmpty()) {
            Hot added = add();
            added.lastEdit = number;
            return new Edit(Kind.ADD, publication(added, effectiveAt), publishedAt);
        }
        Hot journey = able.get(random.nextInt(able.size()));
        journey.lastEdit = number;
        journey.migrate = kind == Kind.MIGRATE;
        switch (kind) {
            case PAUSE -> journey.state = "paused";
            case END -> journey.state = "ended";
            case RESUME -> journey.state = "live";
            case ADD, CHANGE, MIGRATE -> draw(journey);
        }
        return new Edit(kind, publication(journey, effectiveAt), publishedAt);
    }

    private static boolean isAble(Kind kind, Hot journey) {
        return journey.state.equals(kind == Kind.RESUME ? "paused" : "live");
    }

    private static JourneyPublication publication(Hot journey, Instant effectiveAt) {
        String sources = """
                journey: %s
                state: %s
                migrate: %s
                runs: unbounded
                trigger:
                  sequence:
                    - { event: Product Viewed, as: seen, where: event.properties.price >= %d }
                %ssteps:
                  - { id: pause, delay: %ds }
                  - { id: call, webhook: { url: "https://crm.example/hook", body: { price: "{{ run.seen.properties.price }}" } } }
                """.formatted(
                        journey.id,
                        journey.state,
                        journey.migrate,
                        journey.price,
                        journey.price % 2 == 0 ? "" : "    - { none_of: [Order Completed], for: 2s }\n",
                        journey.delay);
        Project project = ProjectReader.read(new ProjectFiles(new TreeMap<>(
                Map.of("sendero.yaml", "name: Benchmark\n", "journeys/" + journey.id + ".yaml", sources))));
        if (project.hasErrors()) {
            throw new IllegalStateException("edit: " + project.problems().get(0) + " (expected: no problem)");
        }
        return Publications.of(project, new JourneyId(journey.id), effectiveAt);
    }
}
