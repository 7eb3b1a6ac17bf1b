package dev.sendero.connectors.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.sendero.api.CustomerId;
import dev.sendero.api.JourneyId;
import dev.sendero.api.RunId;
import dev.sendero.api.StepId;
import dev.sendero.api.connector.Delivery;
import dev.sendero.api.connector.Outcome;
import dev.sendero.api.message.MessageId;
import dev.sendero.api.message.Rendered;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmtpMailTest {

    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void startServer() {
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    @Test
    void mail_arrives_as_text_and_html_with_a_stable_message_id() throws Exception {
        var email = new Rendered.Email(
                "Ada Lovelace <ada@example.com>", "", "Grüße ☕", "", "Noch da: Lämp", "<p>Noch da: Lämp</p>");

        send(MailLogin.NONE, email);
        send(MailLogin.NONE, email);

        MimeMessage first = server.getReceivedMessages()[0];
        MimeMessage second = server.getReceivedMessages()[1];
        assertThat(first.getMessageID()).isEqualTo("<message-1@example.com>").isEqualTo(second.getMessageID());
        assertThat(first.getSubject()).isEqualTo("Grüße ☕");
        assertThat(first.getFrom()[0]).hasToString("Shop <shop@example.com>");
        assertThat(first.getAllRecipients()[0]).hasToString("Ada Lovelace <ada@example.com>");
        assertThat(first.getSentDate()).isEqualTo(TEN);
        assertThat(first.getContentType()).startsWith("multipart/alternative");
        var parts = (MimeMultipart) first.getContent();
        assertThat(textOf(parts.getBodyPart(0), "text/plain")).isEqualTo("Noch da: Lämp");
        assertThat(textOf(parts.getBodyPart(1), "text/html")).isEqualTo("<p>Noch da: Lämp</p>");
    }

    @Test
    void line_breaks_in_what_a_customer_typed_make_no_header_and_no_recipient() throws Exception {
        String typed = "Ada\r\nBcc: eve@example.com\u760d\u760aX-Evil: 1";

        send(
                MailLogin.NONE,
                new Rendered.Email(
                        "ada@example.com", "\"" + typed + "\" <shop@example.com>", typed, "", "text", "<p>html</p>"));

        assertThat(server.getReceivedMessages()).hasSize(1);
        MimeMessage received = server.getReceivedMessages()[0];
        assertThat(received.getAllRecipients()).hasSize(1);
        assertThat(received.getHeader("Bcc")).isNull();
        assertThat(received.getHeader("X-Evil")).isNull();
        assertThat(received.getSubject()).isEqualTo("Ada Bcc: eve@example.com\u760d\u760aX-Evil: 1");
    }

    @Test
    void the_server_knows_who_sends() throws Exception {
        server.setUser("shop@example.com", "shop", "secret");
        server.getUserManager().setAuthRequired(true);
        var email = new Rendered.Email("ada@example.com", "", "Your cart", "", "text", "");

        assertThat(send(new MailLogin("shop", "secret"), email)).isInstanceOf(Outcome.Accepted.class);
        assertThat(send(new MailLogin("shop", "wrong"), email))
                .isEqualTo(new Outcome.Retryable("the mail server refused the login", Duration.ofMinutes(5), true));
    }

    private Outcome send(MailLogin login, Rendered.Email email) {
        MailServer mailServer =
                MailServer.of("127.0.0.1", server.getSmtp().getPort(), login).with(SmtpEncryption.OPTIONAL);
        var settings = SmtpSettings.of(mailServer, "Shop <shop@example.com>");
        try (var connector = new SmtpConnector(settings, InstantSource.fixed(TEN))) {
            return connector.send(new Delivery(
                    new MessageId("message-1"),
                    new JourneyId("abandoned-cart"),
                    new RunId("run-1"),
                    new StepId("reminder"),
                    new CustomerId("ada"),
                    "offers",
                    email,
                    TEN,
                    1,
                    Optional.empty()));
        }
    }

    private static String textOf(BodyPart part, String type) throws Exception {
        assertThat(part.getContentType()).startsWith(type).containsIgnoringCase("utf-8");
        return String.valueOf(part.getContent());
    }
}
