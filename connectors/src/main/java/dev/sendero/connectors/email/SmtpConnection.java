package dev.sendero.connectors.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** A connection that knows whether the final dot has been written: before it nothing is sent, after it anything may be. */
final class SmtpConnection extends SMTPTransport {

    private boolean finalDotWritten;

    SmtpConnection(Session session) {
        super(session, new URLName("smtp", null, -1, null, null, null));
    }

    void beginMessage() {
        finalDotWritten = false;
    }

    boolean isFinalDotWritten() {
        return finalDotWritten;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        finalDotWritten = true;
        super.finishData();
    }
}
