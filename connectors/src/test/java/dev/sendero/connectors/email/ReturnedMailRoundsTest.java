package dev.sendero.connectors.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.sendero.api.connector.Report;
import dev.sendero.api.message.MessageId;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReturnedMailRoundsTest {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private final List<Report> reports = new CopyOnWriteArrayList<>();

    @BeforeEach
    void startServer() {
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    @Test
    void mail_that_came_back_is_read_once_and_stays() throws Exception {
        deliver(Reports.delivery(Reports.DEAD));
        deliver("Subject: hello\r\n\r\nno report".getBytes(StandardCharsets.UTF_8));

        readAll(reports::addAll);
        deliver(Reports.feedback("abuse"));
        readAll(reports::addAll);

        assertThat(reports)
                .extracting(report -> ((Report.Receipt) report).message())
                .containsExactly(new MessageId("m1"), new MessageId("m1"));
        assertThat(server.getReceivedMessages()).hasSize(3);
    }

    @Test
    void what_could_not_be_written_down_is_read_again() throws Exception {
        deliver(Reports.delivery(Reports.DEAD));
        var calls = new AtomicInteger();

        readAll(said -> {
            if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException("the store is away");
            }
            reports.addAll(said);
        });

        assertThat(reports).hasSize(1);
    }

    private void readAll(Consumer<List<Report>> sink) {
        var settings = new ImapSettings(
                "127.0.0.1",
                server.getImap().getPort(),
                new MailLogin("bounces", "opensesame"),
                "INBOX",
                false,
                Duration.ofSeconds(5));
        var rounds = new ReturnedMailRounds(settings, Duration.ofMillis(50), sink);
        try {
            await().until(this::allSeen);
        } finally {
            rounds.close();
        }
    }

    private void deliver(byte[] mail) throws Exception {
        GreenMailUser user = server.setUser("bounces@example.com", "bounces", "opensesame");
        user.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail)));
    }

    private boolean allSeen() throws Exception {
        for (MimeMessage mail : Arrays.asList(server.getReceivedMessages())) {
            if (!mail.isSet(Flags.Flag.SEEN)) {
                return false;
            }
        }
        return true;
    }
}
