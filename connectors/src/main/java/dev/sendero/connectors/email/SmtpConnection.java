package dev.sendero.connectors.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * A connection that knows whether the final dot has been written: before it nothing is sent, after it anything may be. It
 * is cut when its time is over, wherever it is then. Used by one thread at a time.
 */
final class SmtpConnection extends SMTPTransport {

    /**
     * By the name of this class's package the library tells the platform's logging all that goes over the wire, addresses
     * and texts included. Held here, since the platform forgets the level of a logger that nobody holds.
     */
    private static final Logger WIRE = Logger.getLogger(SmtpConnection.class.getPackageName());

    static {
        WIRE.setLevel(Level.OFF);
    }

    private final MailServer server;
    private final ScheduledExecutorService deadlines;
    private final Socket socket = new Socket();
    private @Nullable Future<?> deadline;
    private boolean finalDotWritten;

    SmtpConnection(Session session, MailServer server, ScheduledExecutorService deadlines) {
        super(session, new URLName("smtp", null, -1, null, null, null));
        this.server = server;
        this.deadlines = deadlines;
    }

    /** To be called before anything else is done for a message. @param end when the final dot has to be written, by {@link System#nanoTime} */
    void beginMessage(long end) {
        finalDotWritten = false;
        cutAfter(end - System.nanoTime());
    }

    /** Nobody waits for anything any more. */
    void endMessage() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    boolean isFinalDotWritten() {
        return finalDotWritten;
    }

    /**
     * Connects and logs in.
     *
     * @throws IOException when there is no connection, or no secure one
     */
    void open(SSLSocketFactory tls) throws IOException, MessagingException {
        byte[] address = InetAddress.getByName(server.host()).getAddress();
        // The certificate has to name the host of the settings, and no name that its address leads back to.
        InetAddress named = InetAddress.getByAddress(server.host(), address);
        socket.connect(new InetSocketAddress(named, server.port()), (int)
                server.timeouts().connect().toMillis());
        socket.setSoTimeout((int) server.timeouts().answer().toMillis());
        connect(server.encryption() == SmtpEncryption.IMPLICIT ? secured(tls) : socket);
    }

    private Socket secured(SSLSocketFactory tls) throws IOException {
        var secured = (SSLSocket) tls.createSocket(socket, server.host(), server.port(), true);
        var parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    @Override
    protected boolean protocolConnect(@Nullable String host, int port, @Nullable String user, @Nullable String password)
            throws MessagingException {
        return server.login().isNone()
                ? super.protocolConnect(host, port, user, password)
                : super.protocolConnect(
                        host, port, server.login().user(), server.login().password());
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        finalDotWritten = true;
        cutAfter(server.timeouts().answer().toNanos());
        super.finishData();
    }

    private void cutAfter(long nanos) {
        endMessage();
        deadline = deadlines.schedule(this::cut, Math.max(0, nanos), TimeUnit.NANOSECONDS);
    }

    private void cut() {
        try {
            socket.close();
        } catch (IOException alreadyBroken) {
            // Whoever waits for it hears of it in any case.
            return;
        }
    }

    @Override
    public synchronized void close() throws MessagingException {
        endMessage();
        try {
            super.close();
        } finally {
            cut();
        }
    }
}
