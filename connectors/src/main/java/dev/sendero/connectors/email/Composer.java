package dev.sendero.connectors.email;

import dev.sendero.api.connector.Delivery;
import dev.sendero.api.message.Rendered;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/** Makes a MIME message of a rendered e-mail: plain text first, HTML as the better alternative (RFC 2046, 5.1.4). */
final class Composer {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final Session session;
    private final String defaultFrom;

    Composer(Session session, String defaultFrom) {
        this.session = session;
        this.defaultFrom = defaultFrom;
    }

    /** @throws UnusableAddress when sender or recipient is no address */
    MimeMessage compose(Delivery delivery, Rendered.Email email, Instant date)
            throws UnusableAddress, MessagingException {
        InternetAddress from = Addresses.parse(email.from().isBlank() ? defaultFrom : email.from());
        String domain = from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
        var message = new TraceableMessage(session, "<" + delivery.id().value() + "@" + domain + ">");
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, Addresses.parse(email.to()));
        message.setSubject(Addresses.oneLine(email.subject()), UTF_8);
        message.setSentDate(Date.from(date));
        if (delivery.unsubscribe().isPresent()) {
            offerUnsubscribe(message, delivery.unsubscribe().get());
        }
        if (email.html().isEmpty()) {
            message.setText(email.text(), UTF_8, "plain");
        } else {
            message.setContent(
                    new MimeMultipart("alternative", part(email.text(), "plain"), part(email.html(), "html")));
        }
        message.saveChanges();
        return message;
    }

    /**
     * RFC 8058 asks for {@code https} where mail programs may unsubscribe with one call. Without it, which is so on
     * loopback, they are told the address only (RFC 2369).
     */
    private static void offerUnsubscribe(MimeMessage message, URI address) throws MessagingException {
        message.setHeader("List-Unsubscribe", "<" + address.toASCIIString() + ">");
        if ("https".equalsIgnoreCase(address.getScheme())) {
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }

    /** Every attempt carries the same Message-ID, so that a repeat can be recognised afterwards. */
    private static final class TraceableMessage extends MimeMessage {
        private final String messageId;

        private TraceableMessage(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
