package dev.sendero.benchmarks.courier;

import dev.sendero.api.connector.Connector;
import dev.sendero.api.connector.Delivery;
import dev.sendero.api.connector.Outcome;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Rendered;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The cheapest connector over HTTP that keeps its connections, so that what is around it weighs as much as it can. */
final class HttpCaller implements Connector {

    static final String MESSAGE = "Message-Id";

    private static final Duration LONGEST_CALL = Duration.ofMinutes(1);

    private final Channel channel;
    private final URI target;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    HttpCaller(Channel channel, URI target) {
        this.channel = channel;
        this.target = target;
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public boolean recognisesRepeats() {
        return true;
    }

    @Override
    public Outcome send(Delivery delivery) {
        String body = delivery.content() instanceof Rendered.Webhook webhook ? webhook.body() : "";
        HttpRequest request = HttpRequest.newBuilder(target)
                .timeout(LONGEST_CALL)
                .header(MESSAGE, delivery.id().value())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<Void> response = client.send(request, HttpResponse.BodyHandlers.discarding());
            return response.statusCode() < 300
                    ? new Outcome.Accepted("answered " + response.statusCode())
                    : new Outcome.Permanent("answered " + response.statusCode(), false);
        } catch (IOException failed) {
            return new Outcome.Ambiguous("no answer: " + failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Outcome.Ambiguous("interrupted");
        }
    }

    @Override
    public void close() {}
}
