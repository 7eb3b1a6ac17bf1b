package dev.sendero.connectors.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Calls a provider whose address is ours to choose, by the JDK's client: with a deadline, without redirects, never throwing. */
public final class HttpCalls {

    private final HttpClient client;
    private final Duration callTimeout;

    /**
     * @param connectTimeout how long a connection may take
     * @param callTimeout how long a call may take, from the connection to the end of the answer
     */
    public HttpCalls(Duration connectTimeout, Duration callTimeout) {
        this.callTimeout = callTimeout;
        this.client = HttpClient.newBuilder()
                .connectTimeout(connectTimeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    public HttpReply make(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, head -> new BoundedBody());
        try {
            HttpResponse<byte[]> response = answer.get(callTimeout.toMillis(), TimeUnit.MILLISECONDS);
            return new HttpReply.Answered(
                    response.statusCode(),
                    response.headers().firstValue("retry-after").orElse(""),
                    new String(response.body(), StandardCharsets.UTF_8));
        } catch (TimeoutException late) {
            answer.cancel(true);
            return new HttpReply.Unanswered("no answer within " + callTimeout);
        } catch (InterruptedException interrupted) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new HttpReply.Unanswered("the call was interrupted");
        } catch (ExecutionException failed) {
            return ofFailure(failed.getCause());
        }
    }

    private static HttpReply ofFailure(@Nullable Throwable failure) {
        String name = failure == null ? "unknown" : failure.getClass().getSimpleName();
        boolean notSent = failure instanceof ConnectException
                || failure instanceof HttpConnectTimeoutException
                || failure instanceof SSLHandshakeException;
        if (notSent) {
            return new HttpReply.NotSent("no connection: " + name);
        }
        return failure instanceof IOException
                ? new HttpReply.Unanswered("the connection broke: " + name)
                : new HttpReply.Unanswered("the call failed: " + name);
    }
}
