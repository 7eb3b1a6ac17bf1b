package dev.sendero.connectors.sms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.connector.Reconciling.Finding;
import dev.sendero.api.message.Rendered;
import dev.sendero.connectors.ConnectorContract;
import dev.sendero.connectors.ScriptedProvider;
import dev.sendero.connectors.ScriptedProvider.Answer;
import dev.sendero.connectors.sms.TwilioSettings.Sender;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class TwilioDoubtsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String AT_NOON = "Sun, 01 Mar 2026 12:00:01 +0000";
    private static final String YESTERDAY = "Sat, 28 Feb 2026 12:00:01 +0000";

    @Test
    void a_message_of_this_text_since_then_has_arrived() throws IOException {
        assertThat(findIn(
                        200,
                        message("SM2", "outbound-api", "Hello", AT_NOON),
                        message("SM1", "outbound-api", "Your cart", AT_NOON)))
                .isEqualTo(new Finding.Arrived("SM1"));
    }

    @Test
    void no_message_since_then_means_that_it_has_not_arrived() throws IOException {
        assertThat(findIn(200)).isEqualTo(new Finding.NotArrived());
        assertThat(findIn(
                        200,
                        message("SM1", "outbound-api", "Your cart", YESTERDAY),
                        message("SM2", "inbound", "Your cart", AT_NOON)))
                .isEqualTo(new Finding.NotArrived());
    }

    @Test
    void other_texts_since_then_prove_nothing_and_neither_does_a_broken_answer() throws IOException {
        assertThat(findIn(200, message("SM1", "outbound-api", "Your c?rt", AT_NOON)))
                .isInstanceOf(Finding.Unknown.class);
        assertThat(findIn(500)).isInstanceOf(Finding.Unknown.class);
        assertThat(SentMessages.find("<html>", "Your cart", NOON)).isInstanceOf(Finding.Unknown.class);
        assertThat(SentMessages.find("{}", "Your cart", NOON)).isInstanceOf(Finding.Unknown.class);
    }

    private static Finding findIn(int status, String... messages) throws IOException {
        String list = "{\"messages\": " + List.of(messages) + "}";
        try (var twilio = new ScriptedProvider(request -> Answer.of(status, list));
                var connector = new TwilioConnector(
                        TwilioSettings.of("AC1", "AC1", "token", new Sender.Number("+15550100000"), 1)
                                .at(twilio.address()),
                        InstantSource.fixed(NOON),
                        System::nanoTime)) {
            Finding finding = connector.find(
                    ConnectorContract.delivery("m1", new Rendered.Sms("+1 555 0101234", "Your cart")), NOON);
            assertThat(twilio.requests().get(0).target())
                    .isEqualTo("/2010-04-01/Accounts/AC1/Messages.json?PageSize=100&To=%2B15550101234");
            return finding;
        }
    }

    private static String message(String sid, String direction, String body, String created) {
        return "{\"sid\": \"%s\", \"direction\": \"%s\", \"body\": \"%s\", \"date_created\": \"%s\"}"
                .formatted(sid, direction, body, created);
    }
}
