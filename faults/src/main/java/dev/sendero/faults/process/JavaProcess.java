package dev.sendero.faults.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of this class path in a virtual machine of its own, which can be killed, and ends when this one does. */
public final class JavaProcess implements AutoCloseable {

    private static final int END_SECONDS = 20;

    private final Process process;

    private JavaProcess(Process process) {
        this.process = process;
    }

    /**
     * @param options of the virtual machine, besides those that Flink and Kafka need
     * @param environment variables besides those of this process
     * @param log to which the program's output is appended
     */
    public static JavaProcess start(
            List<String> options, Class<?> program, List<String> arguments, Map<String, String> environment, Path log) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Flink and Kafka look into the JDK; what this virtual machine was allowed, that one is.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens") || argument.startsWith("--add-exports"))
                .forEach(command::add);
        command.addAll(options);
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), TiedToParent.class.getName(), program.getName()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            return new JavaProcess(builder.start());
        } catch (IOException failed) {
            throw new UncheckedIOException("the process cannot be started", failed);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long id() {
        return process.pid();
    }

    /** As {@code kill -9} does; returns when the process is gone. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** As Ctrl-C does; returns when the process is gone. */
    public void stop() {
        process.destroy();
        awaitEnd();
    }

    /** Takes the processor away from it until {@link #goOn}: to others it is there, and says nothing. */
    public void freeze() {
        signal("-STOP");
    }

    public void goOn() {
        signal("-CONT");
    }

    private void signal(String signal) {
        Commands.run("kill", signal, Long.toString(process.pid()));
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the process does not end");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
