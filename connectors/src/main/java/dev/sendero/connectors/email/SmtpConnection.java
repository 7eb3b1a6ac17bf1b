package dev.sendero.connectors.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** A connection that knows whether the final dot has been written: before it nothing is sent, after it anything may be. */
final class SmtpConnection extends SMTPTransport {

    /**
     * By the name of this class's package the library tells the platform's logging all that goes over the wire, addresses
     * and texts included. Held here, since the platform forgets the level of a logger that nobody holds.
     */
    private static final Logger WIRE = Logger.getLogger(SmtpConnection.class.getPackageName());

    static {
        WIRE.setLevel(Level.OFF);
    }

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
