package dev.sendero.connectors.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.CustomerId;
import dev.sendero.api.JourneyId;
import dev.sendero.api.RunId;
import dev.sendero.api.StepId;
import dev.sendero.api.connector.AddressRange;
import dev.sendero.api.connector.Connector;
import dev.sendero.api.connector.Delivery;
import dev.sendero.api.connector.Outcome;
import dev.sendero.api.message.MessageId;
import dev.sendero.api.message.Rendered;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecureWebhookTest {

    private static SecureReceiver receiver;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        receiver = new SecureReceiver(folder);
    }

    @AfterAll
    static void stop() {
        receiver.close();
    }

    @Test
    void tls_and_the_request_name_the_urls_host_at_the_address_that_was_looked_at() {
        String url = "https://" + SecureReceiver.NAME + ":" + receiver.port() + "/in";

        assertThat(send(url, receiver.trusting())).isInstanceOf(Outcome.Accepted.class);
        assertThat(receiver.names()).containsExactly(SecureReceiver.NAME, SecureReceiver.NAME + ":" + receiver.port());
    }

    @Test
    void a_receiver_with_the_certificate_of_another_hears_nothing() {
        int before = receiver.names().size();

        Outcome outcome = send("https://other.example.com:" + receiver.port() + "/in", receiver.trusting());

        assertThat(outcome).isInstanceOf(Outcome.Retryable.class);
        assertThat(receiver.names()).hasSize(before);
    }

    @Test
    void a_receiver_whom_nobody_vouches_for_hears_nothing() {
        String url = "https://" + SecureReceiver.NAME + ":" + receiver.port() + "/in";

        assertThat(send(url, (SSLSocketFactory) SSLSocketFactory.getDefault())).isInstanceOf(Outcome.Retryable.class);
    }

    private static Outcome send(String url, SSLSocketFactory tls) {
        WebhookSettings settings = WebhookSettings.of(
                "whsec_c2VjcmV0LW9mLXR3ZW50eS1mb3VyLWJ5dGVzLW9yLW1vcmU=",
                List.of(AddressRange.parse("127.0.0.0/8").orElseThrow()));
        NameResolver resolver = host -> List.of(InetAddress.getLoopbackAddress());
        try (Connector connector = new WebhookConnector(settings, InstantSource.system(), resolver, tls)) {
            return connector.send(new Delivery(
                    new MessageId("m1"),
                    new JourneyId("abandoned-cart"),
                    new RunId("run-1"),
                    new StepId("call"),
                    new CustomerId("ada"),
                    "",
                    new Rendered.Webhook(url, "{}", Map.of()),
                    Instant.parse("2026-03-01T10:00:00Z"),
                    1,
                    Optional.empty()));
        }
    }
}
