package dev.sendero.benchmarks.contender;

import dev.sendero.api.json.WireJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The main class of a run's own process. */
public final class ContenderProcess {

    /** In the folder: the {@link Outcome} as JSON. */
    public static final String OUTCOME = "outcome.json";

    /** In the folder: a line for each settled situation, sorted. */
    public static final String SITUATIONS = "situations.txt";

    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private ContenderProcess() {}

    /**
     * Plays once to warm up, once for the clock, and ends the process.
     *
     * @param arguments the {@link Setup} as JSON, and the folder
     */
    public static void main(String[] arguments) throws Exception {
        Setup setup = WireJson.mapper().readValue(arguments[0], Setup.class);
        Path folder = Path.of(arguments[1]);
        Workload workload = Workload.of(setup, folder);
        Contender contender = contender(setup.contender());
        if (setup.warmUpSeconds() > 0) {
            contender.play(workload, Duration.ofSeconds(setup.warmUpSeconds()));
            System.gc();
        }
        Played played = contender
                .play(workload, PATIENCE)
                .orElseThrow(() -> new IllegalStateException("run: longer than " + PATIENCE + " (expected: less)"));
        write(workload, played);
        // What a broker has started does not end by itself.
        System.exit(0);
    }

    private static Contender contender(Name name) {
        return switch (name) {
            case ENGINE -> new EngineContender();
            case FLINK_CEP -> new CepContender();
            case LOOP -> new LoopContender();
            case FLINK_NO_RULES -> new NoRulesContender();
            case KAFKA_ENGINE -> new KafkaEngineContender();
            case KAFKA_NO_RULES -> new KafkaNoRulesContender();
        };
    }

    private static void write(Workload workload, Played played) throws IOException {
        List<String> lines = played.sightings().stream()
                .filter(sighting -> sighting.at() <= workload.settled())
                .map(Sighting::line)
                .sorted()
                .toList();
        Files.write(workload.folder().resolve(SITUATIONS), lines, StandardCharsets.UTF_8);
        var outcome = new Outcome(
                played.eventsPerSecond(),
                lines.size(),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                Runtime.getRuntime().availableProcessors());
        Files.write(workload.folder().resolve(OUTCOME), WireJson.write(outcome));
    }
}
