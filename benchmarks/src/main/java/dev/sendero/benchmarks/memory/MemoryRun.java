package dev.sendero.benchmarks.memory;

import dev.sendero.api.json.WireJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.flink.util.FileUtils;

/** One run, in a process of its own. */
final class MemoryRun {

    private static final int SHOWN_OF_LOG = 30;

    private final String heap;

    /** @param heap as Java's option {@code -Xmx} has it */
    MemoryRun(String heap) {
        this.heap = heap;
    }

    /** @throws IllegalStateException when the process found nothing; the message is the end of its log */
    MemoryResult take(MemorySetup setup) throws Exception {
        Path folder = Files.createTempDirectory("bench-memory");
        Path log = folder.resolve("log.txt");
        Process process = new ProcessBuilder(command(setup, folder))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var killer = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(killer);
        try {
            int exit = process.waitFor();
            Path found = folder.resolve(MemoryProcess.FOUND);
            if (exit != 0 || Files.notExists(found)) {
                throw new IllegalStateException(
                        setup + ": ended with " + exit + " (expected: to find something)\n" + endOf(log));
            }
            return result(setup, Files.readAllBytes(found));
        } finally {
            process.destroyForcibly().waitFor();
            Runtime.getRuntime().removeShutdownHook(killer);
            FileUtils.deleteDirectory(folder.toFile());
        }
    }

    private MemoryResult result(MemorySetup setup, byte[] found) throws Exception {
        return setup.population() == PopulationName.WAITING
                ? new MemoryResult.Deadlines(setup, heap, WireJson.read(found, DeadlinesFound.class))
                : new MemoryResult.Bytes(setup, heap, WireJson.read(found, BytesFound.class));
    }

    private List<String> command(MemorySetup setup, Path folder) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx" + heap, "-XX:+UseG1GC"));
        command.addAll(opens());
        command.addAll(List.of(
                "-Duser.timezone=UTC",
                "-Dfile.encoding=UTF-8",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                MemoryProcess.class.getName(),
                new String(WireJson.write(setup), StandardCharsets.UTF_8),
                folder.toString()));
        return command;
    }

    /** What Flink opens in the JDK, as this was built with. */
    private static List<String> opens() throws IOException {
        var properties = new Properties();
        try (InputStream built = MemoryRun.class.getResourceAsStream("/dev/sendero/benchmarks/build.properties")) {
            properties.load(built);
        }
        return List.of(properties.getProperty("jvm.opens").split(" "));
    }

    private static String endOf(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN_OF_LOG), lines.size()));
    }
}
