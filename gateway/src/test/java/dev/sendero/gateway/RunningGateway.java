package dev.sendero.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sendero.api.Topics;
import dev.sendero.api.json.WireJson;
import dev.sendero.gateway.board.ProjectBoard;
import dev.sendero.gateway.http.PortInUse;
import dev.sendero.store.ledger.LedgerEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** A gateway on a free port, with logs and a store in memory, and a client for it. */
final class RunningGateway implements AutoCloseable {

    static final String KEY = "a-write-key";
    static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    static final URI PUBLIC = URI.create("https://mail.shop.example");

    final MemoryEventLog events = new MemoryEventLog();
    final MemoryFactLog facts = new MemoryFactLog();
    final MemoryJournal journal = new MemoryJournal();
    final MemoryMailbox mailbox = new MemoryMailbox();
    final List<LedgerEntry> deliveries = new ArrayList<>();
    final ProjectBoard board = new ProjectBoard();
    final TestStore store = TestStore.shared();
    final Gateway gateway;
    private final HttpClient client = HttpClient.newHttpClient();

    RunningGateway() {
        this(InstantSource.fixed(NOW), GatewaySettings.Ingest.OPEN);
    }

    RunningGateway(InstantSource clock, GatewaySettings.Ingest ingest) {
        var settings = new GatewaySettings(
                GatewaySettings.LOOPBACK,
                0,
                "",
                Topics.DEFAULT,
                List.of("another-key", KEY),
                ingest,
                Optional.of(PUBLIC));
        try {
            gateway = Gateway.start(
                    settings,
                    clock,
                    store.parts(
                            journal,
                            mailbox,
                            (customer, limit) -> deliveries.stream()
                                    .filter(entry -> entry.message().customer().equals(customer))
                                    .toList(),
                            board),
                    events,
                    metrics -> facts.open());
        } catch (PortInUse impossible) {
            throw new AssertionError("a free port is never in use", impossible);
        }
    }

    String address() {
        return "http://127.0.0.1:" + gateway.port();
    }

    /** What a gateway answered. */
    record Answer(int status, HttpResponse<String> response) {

        JsonNode json() {
            try {
                return WireJson.mapper().readTree(response.body());
            } catch (IOException malformed) {
                throw new UncheckedIOException(response.body(), malformed);
            }
        }

        String body() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    Answer post(String path, String json) {
        return post(path, json.getBytes(StandardCharsets.UTF_8), "Authorization", basic(KEY));
    }

    Answer post(String path, byte[] body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(address() + path))
                .timeout(Duration.ofSeconds(10))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    Answer get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address() + path))
                .timeout(Duration.ofSeconds(10))
                .build());
    }

    Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    static int statusOf(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    static String basic(String key) {
        return "Basic " + Base64.getEncoder().encodeToString((key + ":").getBytes(StandardCharsets.UTF_8));
    }

    static byte[] gzip(byte[] plain) {
        var packed = new ByteArrayOutputStream();
        try (var stream = new GZIPOutputStream(packed)) {
            stream.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    @Override
    public void close() {
        gateway.close();
    }
}
