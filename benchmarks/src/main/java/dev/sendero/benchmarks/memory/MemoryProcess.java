package dev.sendero.benchmarks.memory;

import dev.sendero.api.json.WireJson;
import java.nio.file.Files;
import java.nio.file.Path;

/** The main class of a run's own process. */
public final class MemoryProcess {

    /** In the folder: what was found, as JSON. */
    static final String FOUND = "found.json";

    private MemoryProcess() {}

    /** @param arguments the {@link MemorySetup} as JSON, and the folder */
    public static void main(String[] arguments) throws Exception {
        MemorySetup setup = WireJson.mapper().readValue(arguments[0], MemorySetup.class);
        Path folder = Path.of(arguments[1]);
        Object found = setup.population() == PopulationName.WAITING
                ? DeadlinesMeasure.take(setup, folder)
                : BytesMeasure.take(setup, folder);
        Files.write(folder.resolve(FOUND), WireJson.write(found));
        // Threads of Flink may linger.
        Runtime.getRuntime().halt(0);
    }
}
