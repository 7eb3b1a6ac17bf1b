package dev.sendero.connectors.email;

import dev.sendero.api.connector.Connector;
import dev.sendero.api.connector.Delivery;
import dev.sendero.api.connector.Outcome;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Rendered;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.StreamProvider;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.util.MailStreamProvider;

/** Hands e-mail to a mail server. Connections are kept and used again. */
public final class SmtpConnector implements Connector {

    private static final int MOST_IDLE_CONNECTIONS = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int IDLE_THREAD_SECONDS = 10;

    static {
        // Else Jakarta Mail looks through all jars for it again for every part of every mail, which takes longer than
        // everything else about a mail.
        if (System.getProperty(StreamProvider.class.getName()) == null) {
            System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
        }
    }

    private final SmtpSettings settings;
    private final InstantSource clock;
    private final SSLSocketFactory tls;
    private final Session session;
    private final ScheduledThreadPoolExecutor deadlines;
    private final Composer composer;
    private final RecipientDomains domains;
    private final ConcurrentLinkedDeque<SmtpConnection> idle = new ConcurrentLinkedDeque<>();

    /** @param clock dates the mail, and says when a domain that wants to be left alone may be tried again */
    public SmtpConnector(SmtpSettings settings, InstantSource clock) {
        this(settings, clock, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /** @param tls knows whom to trust */
    SmtpConnector(SmtpSettings settings, InstantSource clock, SSLSocketFactory tls) {
        this.settings = settings;
        this.clock = clock;
        this.tls = tls;
        this.session = Session.getInstance(propertiesOf(settings, tls));
        this.composer = new Composer(session, settings.from());
        this.domains = new RecipientDomains(settings.callsPerDomain(), PATIENCE, clock);
        this.deadlines = new ScheduledThreadPoolExecutor(1, task -> {
            var thread = new Thread(task, "mail-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        deadlines.setRemoveOnCancelPolicy(true);
        // It ends by itself, rather than with the connector: calls that still run then have deadlines to the end.
        deadlines.setKeepAliveTime(IDLE_THREAD_SECONDS, TimeUnit.SECONDS);
        deadlines.allowCoreThreadTimeOut(true);
    }

    private static Properties propertiesOf(SmtpSettings settings, SSLSocketFactory tls) {
        var properties = new Properties();
        MailServer server = settings.server();
        properties.setProperty("mail.smtp.host", server.host());
        properties.setProperty("mail.smtp.port", Integer.toString(server.port()));
        properties.setProperty(
                "mail.smtp.auth", Boolean.toString(!server.login().isNone()));
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty(
                "mail.smtp.starttls.required", Boolean.toString(server.encryption() == SmtpEncryption.STARTTLS));
        properties.put("mail.smtp.ssl.socketFactory", tls);
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.quitwait", "false");
        if (!settings.bouncesTo().isEmpty()) {
            properties.setProperty("mail.smtp.from", settings.bouncesTo());
        }
        return properties;
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    /** RFC 5321 knows no such thing: a repeated message is delivered again. */
    @Override
    public boolean recognisesRepeats() {
        return false;
    }

    @Override
    public Duration longestCall() {
        return PATIENCE.plus(settings.server().timeouts().longestCall());
    }

    @Override
    public Outcome send(Delivery delivery) {
        if (!(delivery.content() instanceof Rendered.Email email)) {
            return new Outcome.Permanent("not an e-mail: " + delivery.content().channel(), false);
        }
        MimeMessage message;
        String domain;
        try {
            MimeMessage composed = composer.compose(delivery, email, clock.instant());
            message = settings.dkim().isPresent() ? settings.dkim().get().sign(composed) : composed;
            domain = domainOf(message);
        } catch (UnusableAddress unusable) {
            return new Outcome.Permanent(String.valueOf(unusable.getMessage()), false);
        } catch (MessagingException malformed) {
            return new Outcome.Permanent(
                    "cannot be written as a mail: " + malformed.getClass().getSimpleName(), false);
        }
        Optional<Outcome.Postponed> notNow = domains.enter(domain);
        if (notNow.isPresent()) {
            return notNow.get();
        }
        try {
            return send(message, domain);
        } finally {
            domains.leave(domain);
        }
    }

    private static String domainOf(MimeMessage message) throws MessagingException {
        String address = ((InternetAddress) message.getRecipients(Message.RecipientType.TO)[0]).getAddress();
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    private Outcome send(MimeMessage message, String domain) {
        SmtpConnection connection;
        try {
            Duration handover = settings.server().timeouts().handover();
            connection = connection(System.nanoTime() + handover.toNanos());
        } catch (IOException | MessagingException failed) {
            return SmtpAnswers.ofConnecting(failed);
        }
        try {
            connection.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException failed) {
            close(connection);
            Optional<SmtpReply> reply = SmtpAnswers.refusalIn(failed);
            return reply.isPresent()
                    ? ofReply(reply.get(), domain)
                    : SmtpAnswers.ofSilence(failed, connection.isFinalDotWritten());
        }
        connection.endMessage();
        domains.accepted(domain);
        String answer = Addresses.withoutAddresses(connection.getLastServerResponse());
        if (idle.size() < MOST_IDLE_CONNECTIONS) {
            idle.addFirst(connection);
        } else {
            close(connection);
        }
        return new Outcome.Accepted(answer);
    }

    /** Who refuses us is left alone for a while. What was refused for good is over, the others wait. */
    private Outcome ofReply(SmtpReply reply, String domain) {
        Outcome outcome = SmtpAnswers.ofReply(reply);
        if (reply.asksForLogin() || !reply.refusesUs()) {
            return outcome;
        }
        Duration pause = domains.pause(domain, reply.words());
        return outcome instanceof Outcome.Retryable retryable
                ? new Outcome.Retryable(retryable.reason(), pause)
                : outcome;
    }

    /**
     * One that still lives, the most recently used first, or a new one.
     *
     * @param end when the final dot has to be written, by {@link System#nanoTime}
     */
    private SmtpConnection connection(long end) throws IOException, MessagingException {
        for (var kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            kept.beginMessage(end);
            if (kept.isConnected()) {
                return kept;
            }
            close(kept);
        }
        var connection = new SmtpConnection(session, settings.server(), deadlines);
        try {
            connection.beginMessage(end);
            connection.open(tls);
        } catch (IOException | MessagingException failed) {
            close(connection);
            throw failed;
        }
        return connection;
    }

    private static void close(SmtpConnection connection) {
        try {
            connection.close();
        } catch (MessagingException alreadyBroken) {
            // The socket is closed in any case, and whatever was to be known of the connection is known.
            return;
        }
    }

    @Override
    public void close() {
        for (var kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            close(kept);
        }
    }
}
