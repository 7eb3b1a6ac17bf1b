package dev.sendero.cli.fault;

import dev.sendero.cli.Sendero;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
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
import org.awaitility.Awaitility;

/** {@code sendero up} in a process of its own, which can be killed. */
final class UpProcess implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<String> arguments;
    private final Path log;
    private final int port;
    private JavaProcess process;

    UpProcess(Path project, Path log, String... options) {
        this.log = log;
        port = freePort();
        arguments = new ArrayList<>(List.of("up", project.toString(), "--port", Integer.toString(port)));
        arguments.addAll(List.of(options));
    }

    /** @return how long it took until events were taken */
    Duration start() {
        long began = System.nanoTime();
        process = JavaProcess.start(
                List.of("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"), Sendero.class, arguments, log);
        Awaitility.await("events are taken").atMost(Duration.ofSeconds(60)).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("the process has ended:\n" + Files.readString(log));
            }
            return isHealthy();
        });
        return Duration.ofNanos(System.nanoTime() - began);
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
    boolean post(String batch) {
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

    /** As {@code kill -9} does. */
    void kill() {
        process.kill();
    }

    /**
     * As Ctrl-C does.
     *
     * @return how long it took
     */
    Duration stop() {
        long began = System.nanoTime();
        process.stop();
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException("no free port", failed);
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
