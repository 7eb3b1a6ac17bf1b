package dev.sendero.faults.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** One courier of several in a process of its own. */
public final class CourierProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);

    private final Path log;
    private final JavaProcess process;

    private CourierProcess(Path log, JavaProcess process) {
        this.log = log;
        this.process = process;
    }

    /**
     * What couriers share.
     *
     * @param project its folder
     * @param environment variables that its settings name
     * @param lease of their claims
     * @param logs the folder
     */
    public record Group(
            Path project,
            Map<String, String> environment,
            String brokers,
            String database,
            Duration lease,
            Path logs) {}

    /** @param instance another for every courier of the group */
    public static CourierProcess start(Group group, String instance) {
        Path log = group.logs().resolve(instance + ".log");
        var process = JavaProcess.start(
                List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                CourierProgram.class,
                List.of(
                        group.project().toString(),
                        group.brokers(),
                        instance,
                        group.database(),
                        Long.toString(group.lease().toSeconds())),
                group.environment(),
                log);
        var courier = new CourierProcess(log, process);
        Awaitility.await("the courier is ready").atMost(START).until(courier::isReady);
        return courier;
    }

    private boolean isReady() throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException("the courier has ended:\n" + Files.readString(log));
        }
        return Files.readString(log).contains(CourierProgram.READY);
    }

    /** As {@code kill -9} does. */
    public void kill() {
        process.kill();
    }

    @Override
    public void close() {
        process.close();
    }
}
