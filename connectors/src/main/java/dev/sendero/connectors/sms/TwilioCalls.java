package dev.sendero.connectors.sms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import dev.sendero.api.connector.Outcome;
import dev.sendero.api.json.WireJson;
import dev.sendero.connectors.http.RetryAfter;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.core5.http.Header;

/**
 * The calls of Twilio's library, made by the platform's client: to whatever address, with our timeouts, once, and with
 * every failure told for what it is. The library's own client logs what goes over the wire, and repeats a call that broke.
 */
final class TwilioCalls extends HttpClient {

    private static final int BUSY = 429;
    private static final int UNAVAILABLE = 503;
    private static final int BROKEN = 500;
    private static final int REFUSED = 300;

    private final TwilioSettings settings;
    private final InstantSource clock;
    private final java.net.http.HttpClient client;

    TwilioCalls(TwilioSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.client = java.net.http.HttpClient.newBuilder()
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public Response reliableRequest(Request request) {
        return makeRequest(request);
    }

    @Override
    public Response reliableRequest(Request request, int[] retryCodes, int retries, long delayMillis) {
        return makeRequest(request);
    }

    /** @throws TwilioUnanswered for everything but a message that was taken */
    @Override
    public Response makeRequest(Request request) {
        HttpResponse<String> response = answerTo(HttpRequest.newBuilder(addressOf(request))
                .header("Authorization", request.getAuthString())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .method(request.getMethod().toString(), HttpRequest.BodyPublishers.ofString(request.encodeFormBody()))
                .build());
        if (response.statusCode() >= REFUSED) {
            throw new TwilioUnanswered(refusal(response));
        }
        return new Response(response.body(), response.statusCode(), new Header[0]);
    }

    /**
     * What Twilio has made for a number, newest first: as it answers. Not by its library, which logs the number.
     *
     * @throws TwilioUnanswered when it does not say
     */
    String messagesTo(String number, int most) {
        String credentials = settings.user() + ":" + settings.password();
        HttpResponse<String> response = answerTo(HttpRequest.newBuilder(URI.create(base()
                        + "/2010-04-01/Accounts/" + settings.account() + "/Messages.json?PageSize=" + most + "&To="
                        + URLEncoder.encode(number, StandardCharsets.UTF_8)))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .header("Accept", "application/json")
                .build());
        if (response.statusCode() >= REFUSED) {
            throw new TwilioUnanswered(refusal(response));
        }
        return response.body();
    }

    private URI addressOf(Request request) {
        return URI.create(base() + URI.create(request.getUrl()).getRawPath());
    }

    private String base() {
        String base = settings.address().toString();
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    private HttpResponse<String> answerTo(HttpRequest request) {
        CompletableFuture<HttpResponse<String>> call = client.sendAsync(request, BodyHandlers.ofString());
        try {
            return call.get(
                    settings.connectTimeout().plus(settings.answerTimeout()).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException silent) {
            call.cancel(true);
            throw inDoubt("no answer from Twilio");
        } catch (InterruptedException interrupted) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw inDoubt("interrupted while Twilio was asked");
        } catch (ExecutionException failed) {
            throw failure(Objects.requireNonNullElse(failed.getCause(), failed));
        }
    }

    /** A connection that was not made carried nothing; on one that was made, nobody knows how far the request came. */
    private static TwilioUnanswered failure(Throwable cause) {
        return cause instanceof ConnectException
                        || cause instanceof HttpConnectTimeoutException
                        || cause instanceof SSLHandshakeException
                ? new TwilioUnanswered(new Outcome.Retryable(
                        "no connection to Twilio: " + cause.getClass().getSimpleName(), Duration.ZERO))
                : inDoubt("the connection to Twilio broke: " + cause.getClass().getSimpleName());
    }

    private Outcome refusal(HttpResponse<String> response) {
        int status = response.statusCode();
        Duration retryAfter =
                RetryAfter.of(response.headers().firstValue("Retry-After").orElse(""), clock.instant());
        if (status == BUSY || status == UNAVAILABLE) {
            return new Outcome.Retryable("Twilio is busy: HTTP " + status, retryAfter, true);
        }
        return status >= BROKEN
                ? new Outcome.Ambiguous("Twilio broke: HTTP " + status)
                : TwilioError.outcomeOf(status, codeIn(response.body()), retryAfter);
    }

    /** 0 when there is none. */
    private static int codeIn(String body) {
        try {
            return WireJson.mapper().readTree(body).path("code").asInt();
        } catch (JsonProcessingException noJson) {
            return 0;
        }
    }

    private static TwilioUnanswered inDoubt(String reason) {
        return new TwilioUnanswered(new Outcome.Ambiguous(reason));
    }
}
