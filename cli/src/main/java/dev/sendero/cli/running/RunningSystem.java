package dev.sendero.cli.running;

import dev.sendero.api.json.MalformedJson;
import dev.sendero.api.json.WireJson;
import dev.sendero.cli.terminal.CommandFailure;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;

/** A running Sendero, by the address of its console. */
public final class RunningSystem {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI address;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    private RunningSystem(URI address) {
        this.address = address;
    }

    /**
     * @param address of its console; {@code http://} may be left out
     * @throws CommandFailure when it is no address
     */
    public static RunningSystem at(String address) {
        try {
            var uri = new URI(address.contains("://") ? address : "http://" + address);
            if (uri.getHost() != null && uri.getScheme().matches("https?")) {
                return new RunningSystem(uri);
            }
        } catch (URISyntaxException malformed) {
            // It is said below, as of other addresses that are none.
        }
        throw CommandFailure.usage(
                "--at: '" + address + "' is no address", "name that of the console, such as http://localhost:8484");
    }

    /** A text as it stands in a question. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * What it answers to a question.
     *
     * @param strange makes the failure of an answer that is none, given what is strange about it
     * @throws CommandFailure when nobody answers there, or not so
     */
    public <T> T ask(String question, Class<T> type, Function<String, CommandFailure> strange) {
        HttpResponse<byte[]> answer = send(HttpRequest.newBuilder(address.resolve(question)));
        if (answer.statusCode() != 200) {
            throw strange.apply("it answers " + answer.statusCode());
        }
        try {
            return WireJson.read(answer.body(), type);
        } catch (MalformedJson other) {
            throw strange.apply("it answers something else");
        }
    }

    /** @throws CommandFailure when nobody answers there */
    public HttpResponse<byte[]> delete(String what) {
        return send(HttpRequest.newBuilder(address.resolve(what)).DELETE());
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return client.send(
                    request.timeout(PATIENCE)
                            .header("Accept", "application/json")
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException silent) {
            throw CommandFailure.environment(
                            address + ": nobody answers there",
                            "is 'sendero up' running? It says where its console is; that is the address")
                    .causedBy(silent);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw CommandFailure.environment("interrupted while " + address + " was asked", "")
                    .causedBy(stopped);
        }
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
