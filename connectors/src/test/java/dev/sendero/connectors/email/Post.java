package dev.sendero.connectors.email;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.sendero.api.CustomerId;
import dev.sendero.api.JourneyId;
import dev.sendero.api.RunId;
import dev.sendero.api.StepId;
import dev.sendero.api.connector.Delivery;
import dev.sendero.api.connector.Outcome;
import dev.sendero.api.message.MessageId;
import dev.sendero.api.message.Rendered;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** A mail server that takes everything, and what is sent to it. */
final class Post implements AutoCloseable {

    static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    Post() {
        server.start();
    }

    GreenMail server() {
        return server;
    }

    SmtpSettings settings() {
        MailServer mailServer = MailServer.of("127.0.0.1", server.getSmtp().getPort(), MailLogin.NONE)
                .with(SmtpEncryption.OPTIONAL);
        return SmtpSettings.of(mailServer, "Shop <shop@example.com>");
    }

    static Outcome send(SmtpSettings settings, Delivery delivery) {
        try (var connector = new SmtpConnector(settings, InstantSource.fixed(TEN))) {
            return connector.send(delivery);
        }
    }

    static Delivery delivery(Rendered.Email email, Optional<URI> unsubscribe) {
        return new Delivery(
                new MessageId("message-1"),
                new JourneyId("abandoned-cart"),
                new RunId("run-1"),
                new StepId("reminder"),
                new CustomerId("ada"),
                "offers",
                email,
                TEN,
                1,
                unsubscribe);
    }

    MimeMessage received() {
        return server.getReceivedMessages()[0];
    }

    /** As it came, with its line breaks. */
    String receivedText() {
        return GreenMailUtil.getWholeMessage(received());
    }

    @Override
    public void close() {
        server.stop();
    }
}
