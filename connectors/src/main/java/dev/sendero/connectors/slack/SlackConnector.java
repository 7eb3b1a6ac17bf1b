package dev.sendero.connectors.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.util.http.SlackHttpClient;
import com.slack.api.webhook.Payload;
import dev.sendero.api.connector.Connector;
import dev.sendero.api.connector.Delivery;
import dev.sendero.api.connector.Outcome;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Rendered;
import dev.sendero.connectors.pace.Pace;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import okhttp3.OkHttpClient;

/** Writes into channels of Slack, no faster than each may be written to. */
public final class SlackConnector implements Connector {

    private static final int SUCCESS = 200;

    /** A call that would have to wait longer gives its thread to other channels. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final SlackSettings settings;
    private final OkHttpClient http;
    private final Slack slack;
    private final Pace pace;

    /**
     * @param clock for dates that Slack names
     * @param nanos a clock that never goes back, for the rate
     */
    public SlackConnector(SlackSettings settings, InstantSource clock, LongSupplier nanos) {
        this.settings = settings;
        this.http = new OkHttpClient.Builder()
                .connectTimeout(settings.connectTimeout())
                .readTimeout(settings.answerTimeout())
                .writeTimeout(settings.answerTimeout())
                .callTimeout(settings.connectTimeout().plus(settings.answerTimeout()))
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .addNetworkInterceptor(new SlackAnswers(clock))
                .build();
        this.slack = Slack.getInstance(configured(settings), new SlackHttpClient(http));
        this.pace = new Pace(settings.perSecond(), LONGEST_WAIT, nanos);
    }

    private static SlackConfig configured(SlackSettings settings) {
        var config = new SlackConfig();
        // One of these logs requests and answers whole.
        config.setHttpClientResponseHandlers(List.of());
        // With statistics the library asks Slack who we are before the first message.
        config.setStatsEnabled(false);
        String address = settings.address().toString();
        config.setMethodsEndpointUrlPrefix(address.endsWith("/") ? address : address + "/");
        return config;
    }

    @Override
    public Channel channel() {
        return Channel.SLACK;
    }

    /** Slack has no key for that: a repeated message is shown again. */
    @Override
    public boolean recognisesRepeats() {
        return false;
    }

    @Override
    public void useOfRate(double share) {
        pace.use(share);
    }

    @Override
    public Outcome send(Delivery delivery) {
        if (!(delivery.content() instanceof Rendered.Slack message)) {
            return new Outcome.Permanent(
                    "no message for Slack: " + delivery.content().channel(), false);
        }
        URI webhook = settings.webhooks().get(message.to());
        if (webhook == null && settings.token().isEmpty()) {
            return new Outcome.Permanent("there is neither a webhook for this channel nor a token", false);
        }
        Optional<Outcome> tooSoon = pace.await(message.to());
        return tooSoon.orElseGet(() -> call(() -> webhook == null ? post(message) : post(message.text(), webhook)));
    }

    private interface Call {
        Outcome make() throws IOException, SlackApiException;
    }

    private static Outcome call(Call call) {
        try {
            return call.make();
        } catch (IOException failed) {
            return outcomeOf(failed);
        } catch (SlackApiException | RuntimeException unreadable) {
            // What Slack refuses never comes here: it was taken, and the words about it are not understood.
            return new Outcome.Ambiguous("the answer of Slack cannot be read: "
                    + unreadable.getClass().getSimpleName());
        }
    }

    /** A failure that did not come over a connection came before there was one. */
    private static Outcome outcomeOf(IOException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SlackUnanswered unanswered) {
                return unanswered.outcome();
            }
        }
        return new Outcome.Retryable(
                "no connection to Slack: " + failed.getClass().getSimpleName(), Duration.ZERO);
    }

    private Outcome post(Rendered.Slack message) throws IOException, SlackApiException {
        ChatPostMessageResponse response = slack.methods(settings.token())
                .chatPostMessage(ChatPostMessageRequest.builder()
                        .channel(message.to())
                        .text(message.text())
                        .blocks(SlackText.blocksOf(message.text()))
                        .build());
        return response.isOk()
                ? new Outcome.Accepted(String.valueOf(response.getTs()))
                : SlackErrors.outcomeOf(String.valueOf(response.getError()), SUCCESS);
    }

    private Outcome post(String text, URI webhook) throws IOException {
        slack.send(
                webhook.toString(),
                Payload.builder().text(text).blocks(SlackText.blocksOf(text)).build());
        return new Outcome.Accepted("");
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
