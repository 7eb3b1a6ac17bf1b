package dev.sendero.benchmarks;

import dev.sendero.api.json.WireJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** Runs, each in a Java process of its own. */
public final class ChildProcess {

    private static final long PATIENCE_MINUTES = 60;
    private static final int SHOWN_OF_LOG = 30;

    private final List<String> javaOptions;
    private final List<String> opens;

    /** @param javaOptions after those that Flink needs */
    public ChildProcess(List<String> javaOptions) {
        this.javaOptions = List.copyOf(javaOptions);
        this.opens = List.of(builtWith("jvm.opens").split(" "));
    }

    private static String builtWith(String name) {
        var properties = new Properties();
        try (InputStream resource = ChildProcess.class.getResourceAsStream("build.properties")) {
            properties.load(resource);
        } catch (IOException unreadable) {
            throw new IllegalStateException("build.properties: unreadable (expected: in the jar)", unreadable);
        }
        return properties.getProperty(name, "");
    }

    /**
     * @param program whose main method is given the setup as JSON, and the folder
     * @param folder empty
     * @param outcome the name of the file in the folder in which the program says, as JSON, what came of it
     * @throws RunFailed when the process did not say anything
     */
    public <T> T run(Class<?> program, Object setup, Path folder, String outcome, Class<T> type)
            throws RunFailed, IOException, InterruptedException {
        Path log = folder.resolve("log.txt");
        Process process = new ProcessBuilder(command(program, setup, folder))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var killer = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(killer);
        try {
            boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
            Path said = folder.resolve(outcome);
            if (!ended || process.exitValue() != 0 || Files.notExists(said)) {
                throw new RunFailed(endOf(log));
            }
            return WireJson.mapper().readValue(Files.readAllBytes(said), type);
        } finally {
            process.destroyForcibly().waitFor();
            Runtime.getRuntime().removeShutdownHook(killer);
        }
    }

    private List<String> command(Class<?> program, Object setup, Path folder) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(opens);
        command.addAll(List.of("-Duser.timezone=UTC", "-Dfile.encoding=UTF-8", "-Djava.io.tmpdir=" + folder));
        command.addAll(javaOptions);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                program.getName(),
                new String(WireJson.write(setup), StandardCharsets.UTF_8),
                folder.toString()));
        return command;
    }

    private static String endOf(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN_OF_LOG), lines.size()));
    }

    /** A run that came to nothing; the message is the end of its log. */
    public static final class RunFailed extends Exception {
        private static final long serialVersionUID = 1;

        private RunFailed(String log) {
            super(log);
        }
    }
}
