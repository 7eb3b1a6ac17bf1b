package dev.sendero.faults.process;

import dev.sendero.cli.Sendero;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** {@code sendero up} in a process of its own, which can be killed and started again. */
public final class UpProcess implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration START = Duration.ofSeconds(90);

    private final List<String> arguments;
    private final Map<String, String> environment;
    private final Path log;
    private final int port;
    private @Nullable JavaProcess process;

    /**
     * @param environment variables besides those of this process
     * @param options of {@code sendero up}
     */
    public UpProcess(Path project, Path log, Map<String, String> environment, String... options) {
        this.log = log;
        this.environment = environment;
        port = Ports.free();
        arguments = new ArrayList<>(List.of("up", project.toString(), "--port", Integer.toString(port)));
        arguments.addAll(List.of(options));
    }

    /**
     * @param options of the virtual machine
     * @return how long it took until events were taken
     */
    public Duration start(String... options) {
        long began = System.nanoTime();
        begin(options);
        awaitHealth();
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Starts it and does not wait for anything. */
    public void begin(String... options) {
        var all = new ArrayList<>(List.of("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        all.addAll(List.of(options));
        process = JavaProcess.start(all, Sendero.class, arguments, environment, log);
    }

    /** Waits until events are taken. */
    public void awaitHealth() {
        Awaitility.await("events are taken")
                .atMost(START)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    if (!running().isAlive()) {
                        throw new IllegalStateException("the process has ended:\n" + Files.readString(log));
                    }
                    return isHealthy();
                });
    }

    private boolean isHealthy() {
        try {
            return HTTP.send(
                                    HttpRequest.newBuilder(address("/health"))
                                            .timeout(Duration.ofSeconds(1))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** @return whether the gateway has acknowledged the batch; false when it could not be reached */
    public boolean post(String batch) {
        var request = HttpRequest.newBuilder(address("/v1/batch"))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString("dev:".getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString(batch))
                .build();
        try {
            var response = HTTP.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 400 && response.statusCode() < 500) {
                throw new IllegalStateException("batch refused: " + response.body());
            }
            return response.statusCode() == 200;
        } catch (IOException away) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The process as it is now. */
    public JavaProcess running() {
        if (process == null) {
            throw new IllegalStateException("sendero up: not started (expected: started before)");
        }
        return process;
    }

    /** As {@code kill -9} does. */
    public void kill() {
        running().kill();
    }

    /**
     * As Ctrl-C does.
     *
     * @return how long it took
     */
    public Duration stop() {
        long began = System.nanoTime();
        running().stop();
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** What it has said so far. */
    public String output() {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the log of a process cannot be read", unreadable);
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
