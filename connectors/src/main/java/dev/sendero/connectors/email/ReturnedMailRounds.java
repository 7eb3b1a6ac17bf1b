package dev.sendero.connectors.email;

import dev.sendero.api.connector.Report;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks into a mailbox from time to time, on a thread of its own, for mail that came back. */
public final class ReturnedMailRounds implements AutoCloseable {

    /** RFC 3464 asks for no haste; suppressions are to be honoured within a minute or so. */
    public static final Duration EVERY_MINUTE = Duration.ofMinutes(1);

    private static final Duration LONGEST_END = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(ReturnedMailRounds.class);

    private final ReturnedMailbox mailbox;
    private final Consumer<List<Report>> reports;
    private final ScheduledExecutorService rounds;

    /**
     * Begins at once.
     *
     * @param pause from the end of one round to the begin of the next
     * @param reports gets what each mail says; a mail for which it throws comes again in the next round
     */
    public ReturnedMailRounds(ImapSettings settings, Duration pause, Consumer<List<Report>> reports) {
        this.mailbox = new ReturnedMailbox(settings, (SSLSocketFactory) SSLSocketFactory.getDefault());
        this.reports = reports;
        this.rounds = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "returned-mail");
            thread.setDaemon(true);
            return thread;
        });
        // A round never throws, so there is nothing to be learned from it.
        var unused = rounds.scheduleWithFixedDelay(this::round, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void round() {
        try {
            while (mailbox.readNew(reports) == ReturnedMailbox.MOST_AT_ONCE) {
                LOG.debug("the mailbox of returned mail has more");
            }
        } catch (MessagingException unreadable) {
            if (!rounds.isShutdown()) {
                // What the server says may name an address.
                LOG.warn(
                        "the mailbox of returned mail cannot be read: {}",
                        TlsFailures.in(unreadable).orElse(unreadable.getClass().getSimpleName()));
            }
        } catch (RuntimeException unwritten) {
            LOG.warn("what returned mail says could not be written down, and is read again", unwritten);
        }
    }

    /** Waits a moment for the round that runs; what is not read yet is read after the next start. */
    @Override
    public void close() {
        rounds.shutdown();
        try {
            if (!rounds.awaitTermination(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)) {
                rounds.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            rounds.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
