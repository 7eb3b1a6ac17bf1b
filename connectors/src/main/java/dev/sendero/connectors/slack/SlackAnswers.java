package dev.sendero.connectors.slack;

import dev.sendero.api.connector.Outcome;
import dev.sendero.connectors.http.RetryAfter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;

/**
 * Reads every answer of Slack whole, on a connection that was made: before it nothing was sent, behind it nobody knows.
 * What is no success ends here, before the HTTP client or Slack's library repeat or log it.
 */
final class SlackAnswers implements Interceptor {

    private static final int BUSY = 429;
    private static final int UNAVAILABLE = 503;
    private static final int BROKEN = 500;
    private static final long LONGEST_ANSWER_BYTES = 1 << 20;

    private final InstantSource clock;

    /** @param clock for dates that Slack names */
    SlackAnswers(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        try (Response response = chain.proceed(chain.request())) {
            Buffer body = bodyOf(response);
            if (!response.isSuccessful()) {
                throw new SlackUnanswered(refusal(response, body));
            }
            return response.newBuilder()
                    .body(ResponseBody.create(body.readByteArray(), null))
                    .build();
        } catch (SlackUnanswered refused) {
            throw refused;
        } catch (IOException broken) {
            throw inDoubt("no answer from Slack: " + broken.getClass().getSimpleName());
        }
    }

    private static Buffer bodyOf(Response response) throws IOException {
        var body = new Buffer();
        ResponseBody source = response.body();
        if (source != null) {
            while (body.size() <= LONGEST_ANSWER_BYTES && source.source().read(body, LONGEST_ANSWER_BYTES) >= 0) {
                if (body.size() > LONGEST_ANSWER_BYTES) {
                    throw inDoubt("Slack answers with more than " + LONGEST_ANSWER_BYTES + " bytes");
                }
            }
        }
        return body;
    }

    private Outcome refusal(Response response, Buffer body) {
        int status = response.code();
        String retryAfter = response.header("Retry-After");
        Duration wait = RetryAfter.of(retryAfter == null ? "" : retryAfter, clock.instant());
        if (status == BUSY || status == UNAVAILABLE) {
            return new Outcome.Retryable("Slack is busy: HTTP " + status, wait, true);
        }
        return status >= BROKEN
                ? new Outcome.Ambiguous("Slack broke: HTTP " + status)
                : SlackErrors.outcomeOf(body.readString(StandardCharsets.UTF_8).strip(), status);
    }

    private static SlackUnanswered inDoubt(String reason) {
        return new SlackUnanswered(new Outcome.Ambiguous(reason));
    }
}
