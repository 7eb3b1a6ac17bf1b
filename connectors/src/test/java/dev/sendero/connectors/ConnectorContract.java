package dev.sendero.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.sendero.api.CustomerId;
import dev.sendero.api.JourneyId;
import dev.sendero.api.RunId;
import dev.sendero.api.StepId;
import dev.sendero.api.connector.Connector;
import dev.sendero.api.connector.Delivery;
import dev.sendero.api.connector.Outcome;
import dev.sendero.api.message.MessageId;
import dev.sendero.api.message.Rendered;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every connector must do, whatever its provider does; each connector's test inherits it. */
public abstract class ConnectorContract {

    /** How long a connector under test waits for an answer at most. */
    protected static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(1);

    protected static final Instant DECIDED_AT = Instant.parse("2026-03-01T10:00:00Z");

    private LoggedLines logged;

    /** Starts a provider that behaves so, and a connector that calls it and waits for {@link #ANSWER_TIMEOUT}. */
    protected abstract Connector connectorTo(ProviderBehaviour behaviour) throws Exception;

    /** A connector whose provider cannot be reached. */
    protected abstract Connector connectorToNobody() throws Exception;

    protected abstract Rendered content();

    /** Whatever of the connector's settings nobody may read. */
    protected abstract List<String> secrets();

    /** Whether what is sent goes to an address that may be dead for good, such as a person's. */
    protected boolean addressesDie() {
        return true;
    }

    @BeforeEach
    void listen() {
        logged = new LoggedLines();
    }

    @AfterEach
    void nothing_that_is_logged_at_any_level_tells_an_address_a_text_or_a_secret() {
        logged.close();
        List<String> unspeakable = Stream.concat(textsOf(content()), secrets().stream())
                .filter(text -> !text.isEmpty())
                .toList();

        assertThat(logged.lines())
                .filteredOn(line -> unspeakable.stream().anyMatch(line::contains))
                .isEmpty();
    }

    private static Stream<String> textsOf(Rendered content) {
        if (content instanceof Rendered.Email email) {
            return Stream.of(email.to(), email.subject(), email.text(), email.html());
        }
        if (content instanceof Rendered.Sms sms) {
            return Stream.of(sms.to(), sms.text());
        }
        if (content instanceof Rendered.Push push) {
            return Stream.of(push.to(), push.title(), push.text());
        }
        if (content instanceof Rendered.Slack slack) {
            return Stream.of(slack.to(), slack.text());
        }
        return content instanceof Rendered.Crm crm
                ? Stream.of(crm.to(), crm.set())
                : Stream.of(content.to(), ((Rendered.Webhook) content).body());
    }

    /** Ends what {@link #connectorTo} started. */
    @AfterEach
    protected abstract void stopProviders() throws Exception;

    @Test
    void what_the_provider_takes_is_accepted() throws Exception {
        assertThat(send(ProviderBehaviour.ACCEPTS)).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void a_busy_provider_is_to_be_tried_again() throws Exception {
        assertThat(send(ProviderBehaviour.IS_BUSY)).isInstanceOf(Outcome.Retryable.class);
    }

    @Test
    void what_the_provider_refuses_is_over() throws Exception {
        assertThat(send(ProviderBehaviour.REFUSES)).isInstanceOfSatisfying(Outcome.Permanent.class, permanent -> {
            assertThat(permanent.suppressAddress()).isFalse();
        });
    }

    @Test
    void a_recipient_that_does_not_exist_is_over_and_not_named() throws Exception {
        assertThat(send(ProviderBehaviour.KNOWS_NO_SUCH_RECIPIENT))
                .isInstanceOfSatisfying(Outcome.Permanent.class, permanent -> {
                    assertThat(permanent.suppressAddress()).isEqualTo(addressesDie());
                    assertThat(permanent.reason()).doesNotContain(content().to());
                });
    }

    /**
     * It is no fault of the message: where an operator can repair it before the message expires, it is tried again; where
     * the provider's rules say that this is for good, it is over. The address is as good as before in any case.
     */
    @Test
    void wrong_credentials_suppress_nobody_and_are_not_told() throws Exception {
        Outcome outcome = send(ProviderBehaviour.REFUSES_CREDENTIALS);

        assertThat(outcome).isInstanceOfAny(Outcome.Retryable.class, Outcome.Permanent.class);
        assertThat(outcome instanceof Outcome.Permanent permanent && permanent.suppressAddress())
                .isFalse();
        assertThat(outcome.toString()).doesNotContain(secrets().toArray(String[]::new));
    }

    @Test
    void a_provider_that_hangs_up_after_the_request_leaves_it_in_doubt() throws Exception {
        assertThat(send(ProviderBehaviour.HANGS_UP)).isInstanceOf(Outcome.Ambiguous.class);
    }

    @Test
    void a_silent_provider_is_waited_for_no_longer_than_configured() throws Exception {
        long start = System.nanoTime();

        assertThat(send(ProviderBehaviour.IS_SILENT)).isInstanceOf(Outcome.Ambiguous.class);

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(ANSWER_TIMEOUT, ANSWER_TIMEOUT.multipliedBy(8));
    }

    @Test
    void a_call_that_is_interrupted_says_that_nobody_knows() throws Exception {
        try (Connector connector = connectorTo(ProviderBehaviour.IS_SILENT)) {
            var outcome = new CompletableFuture<Outcome>();
            var caller = new Thread(() -> outcome.complete(connector.send(delivery("m1"))));
            caller.start();
            caller.join(ANSWER_TIMEOUT.dividedBy(3).toMillis());

            caller.interrupt();

            assertThat(outcome).succeedsWithin(ANSWER_TIMEOUT.multipliedBy(8)).isInstanceOf(Outcome.Ambiguous.class);
        }
    }

    @Test
    void a_provider_that_cannot_be_reached_is_to_be_tried_again() throws Exception {
        try (Connector connector = connectorToNobody()) {
            assertThat(connector.send(delivery("m1"))).isInstanceOf(Outcome.Retryable.class);
            assertThat(connector.longestCall()).isGreaterThanOrEqualTo(ANSWER_TIMEOUT);
        }
    }

    @Test
    void many_threads_may_send_at_once() throws Exception {
        try (Connector connector = connectorTo(ProviderBehaviour.ACCEPTS)) {
            List<Outcome> outcomes = IntStream.range(0, 20)
                    .parallel()
                    .mapToObj(number -> connector.send(delivery("m" + number)))
                    .toList();

            assertThat(outcomes).hasSize(20).allMatch(Outcome.Accepted.class::isInstance);
        }
    }

    @Test
    void closing_twice_does_no_harm() throws Exception {
        Connector connector = connectorTo(ProviderBehaviour.ACCEPTS);
        connector.close();

        assertThatCode(connector::close).doesNotThrowAnyException();
    }

    protected Delivery delivery(String id) {
        return delivery(id, content());
    }

    public static Delivery delivery(String id, Rendered content) {
        return new Delivery(
                new MessageId(id),
                new JourneyId("abandoned-cart"),
                new RunId("run-1"),
                new StepId("reminder"),
                new CustomerId("ada"),
                "offers",
                content,
                DECIDED_AT,
                1,
                Optional.empty());
    }

    private Outcome send(ProviderBehaviour behaviour) throws Exception {
        try (Connector connector = connectorTo(behaviour)) {
            return connector.send(delivery("m1"));
        }
    }
}
