package dev.sendero.connectors.email;

import dev.sendero.api.connector.Report;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLSocketFactory;

/**
 * A mailbox into which mail comes back. What has been read is marked as seen there, and stays. Used by one thread at a
 * time.
 */
final class ReturnedMailbox {

    /** A mailbox that nobody has looked into for long is read in more than one round. */
    static final int MOST_AT_ONCE = 500;

    /** The library tells it all that goes over the wire; held here, as in {@link SmtpConnection}. */
    private static final Logger WIRE = Logger.getLogger("org.eclipse.angus.mail.imap");

    static {
        WIRE.setLevel(Level.OFF);
    }

    private final ImapSettings settings;
    private final String protocol;
    private final Session session;

    /** @param tls knows whom to trust */
    ReturnedMailbox(ImapSettings settings, SSLSocketFactory tls) {
        this.settings = settings;
        this.protocol = settings.tls() ? "imaps" : "imap";
        this.session = Session.getInstance(propertiesOf(settings, "mail." + protocol + ".", tls));
    }

    private static Properties propertiesOf(ImapSettings settings, String prefix, SSLSocketFactory tls) {
        var properties = new Properties();
        String millis = Long.toString(settings.answerTimeout().toMillis());
        properties.setProperty(prefix + "connectiontimeout", millis);
        properties.setProperty(prefix + "timeout", millis);
        properties.setProperty(prefix + "writetimeout", millis);
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "ssl.socketFactory", tls);
        // Otherwise a refused certificate is looked at once more, by another factory, which says something else of it.
        properties.setProperty(prefix + "socketFactory.fallback", "false");
        // What is fetched is not seen before its reports are written down.
        properties.setProperty(prefix + "peek", "true");
        return properties;
    }

    /**
     * Reads what has not been seen.
     *
     * @param reports gets what each mail says, before it is marked as seen; what it throws ends the round, and the mail is
     *     read again in the next one
     * @return how many mails were read
     * @throws MessagingException when the mailbox cannot be read
     */
    int readNew(Consumer<List<Report>> reports) throws MessagingException {
        try (Store store = session.getStore(protocol)) {
            store.connect(
                    settings.host(),
                    settings.port(),
                    settings.login().user(),
                    settings.login().password());
            try (Folder folder = store.getFolder(settings.folder())) {
                folder.open(Folder.READ_WRITE);
                return readNew(folder, reports);
            }
        }
    }

    private static int readNew(Folder folder, Consumer<List<Report>> reports) throws MessagingException {
        Message[] unseen = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
        Message[] some = Arrays.copyOf(unseen, Math.min(unseen.length, MOST_AT_ONCE));
        var sizes = new FetchProfile();
        sizes.add(FetchProfile.Item.SIZE);
        folder.fetch(some, sizes);
        for (Message mail : some) {
            if (mail.getSize() <= ReturnedMail.MOST_BYTES) {
                List<Report> said = ReturnedMail.read(rawOf(mail));
                if (!said.isEmpty()) {
                    reports.accept(said);
                }
            }
            mail.setFlag(Flags.Flag.SEEN, true);
        }
        return some.length;
    }

    private static byte[] rawOf(Message mail) throws MessagingException {
        var raw = new ByteArrayOutputStream();
        try {
            mail.writeTo(raw);
        } catch (IOException broken) {
            throw new MessagingException("connection: broken (expected: the whole mail)", broken);
        }
        return raw.toByteArray();
    }
}
