package dev.sendero.connectors.crm.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sendero.api.connector.Outcome;
import dev.sendero.connectors.http.HttpCalls;
import dev.sendero.connectors.http.HttpReply;
import dev.sendero.connectors.http.RetryAfter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Gets a token by the OAuth client credentials (RFC 6749, 4.4) and keeps it until somebody finds it refused. */
final class Logins {

    private static final int OK = 200;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private final SalesforceSettings settings;
    private final HttpCalls calls;
    private final InstantSource clock;
    private @Nullable CompletableFuture<Login> current;

    Logins(SalesforceSettings settings, HttpCalls calls, InstantSource clock) {
        this.settings = settings;
        this.calls = calls;
        this.clock = clock;
    }

    /** The kept one; where there is none, one thread asks and all who come meanwhile get what it gets. */
    Login get() {
        var asked = new CompletableFuture<Login>();
        CompletableFuture<Login> kept = keepUnlessThereIsOne(asked);
        if (kept != asked) {
            return kept.join();
        }
        Login login = new Login.Refused(new Outcome.Retryable("no token was asked for", Duration.ZERO));
        try {
            login = ask();
        } finally {
            if (!(login instanceof Login.Session)) {
                forget(asked);
            }
            asked.complete(login);
        }
        return login;
    }

    /** To be called when a session's token is refused; does nothing where there is a newer one already. */
    synchronized void forget(Login.Session session) {
        if (current != null && current.isDone() && current.join().equals(session)) {
            current = null;
        }
    }

    private synchronized CompletableFuture<Login> keepUnlessThereIsOne(CompletableFuture<Login> asked) {
        if (current == null) {
            current = asked;
        }
        return current;
    }

    private synchronized void forget(CompletableFuture<Login> asked) {
        if (current == asked) {
            current = null;
        }
    }

    private Login ask() {
        String form = "grant_type=client_credentials&client_id=" + encoded(settings.clientId()) + "&client_secret="
                + encoded(settings.clientSecret());
        HttpReply reply =
                calls.make(HttpRequest.newBuilder(URI.create(settings.loginAddress() + "/services/oauth2/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build());
        if (reply instanceof HttpReply.NotSent notSent) {
            return refused("no token: " + notSent.reason(), Duration.ZERO);
        }
        if (reply instanceof HttpReply.Unanswered unanswered) {
            return refused("no token: " + unanswered.reason(), Duration.ZERO);
        }
        var answered = (HttpReply.Answered) reply;
        if (answered.status() == OK) {
            return session(SalesforceAnswers.json(answered));
        }
        String reason = "Salesforce gives no token: answered " + answered.status();
        return answered.status() == TOO_MANY_REQUESTS || answered.status() >= SERVER_ERROR
                ? refused(reason, RetryAfter.of(answered.retryAfter(), clock.instant()))
                : new Login.Refused(new Outcome.Permanent(reason, false));
    }

    private Login session(JsonNode body) {
        String token = body.path("access_token").asText();
        String address = settings.instanceAddress().isEmpty()
                ? body.path("instance_url").asText().replaceAll("/+$", "")
                : settings.instanceAddress();
        return token.isEmpty() || !address.matches("https?://[^\\s?#@]+")
                ? refused("Salesforce answered without a token or an instance", Duration.ZERO)
                : new Login.Session(token, address);
    }

    private static Login refused(String reason, Duration retryAfter) {
        return new Login.Refused(new Outcome.Retryable(reason, retryAfter, true));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
