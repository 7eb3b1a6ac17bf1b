package dev.sendero.connectors.email;

import static dev.sendero.connectors.ConnectorContract.delivery;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.sendero.api.connector.Connector;
import dev.sendero.api.connector.Outcome;
import dev.sendero.api.connector.Report;
import dev.sendero.api.message.Rendered;
import dev.sendero.connectors.ServerKeys;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Mail goes over real TLS, to a server whose certificate names {@code localhost}, and to no other. */
class SecuredMailTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Rendered MAIL =
            new Rendered.Email("ada@example.com", "", "Your cart", "", "Still here", "<p>Still here</p>");

    private static ServerKeys keys;
    private static SSLSocketFactory strangers;
    private final List<ScriptedMailServer> servers = new ArrayList<>();

    @BeforeAll
    static void makeKeys(@TempDir Path folder) throws Exception {
        keys = ServerKeys.of("localhost", folder);
        strangers = (SSLSocketFactory) SSLSocketFactory.getDefault();
    }

    @AfterEach
    void stop() throws Exception {
        for (ScriptedMailServer server : servers) {
            server.close();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = SmtpEncryption.class,
            names = {"STARTTLS", "IMPLICIT"})
    void mail_leaves_over_a_secured_connection(SmtpEncryption encryption) throws Exception {
        ScriptedMailServer server = server(encryption);

        assertThat(send("localhost", server, encryption, keys.trusting())).isInstanceOf(Outcome.Accepted.class);

        assertThat(server.commands().indexOf("(secured)"))
                .isBetween(0, server.commands().indexOf("DATA") - 1);
    }

    @ParameterizedTest
    @EnumSource(
            value = SmtpEncryption.class,
            names = {"STARTTLS", "IMPLICIT"})
    void a_server_for_which_nobody_vouches_gets_nothing_and_all_mail_waits(SmtpEncryption encryption) throws Exception {
        ScriptedMailServer server = server(encryption);

        assertThat(send("localhost", server, encryption, strangers))
                .isEqualTo(new Outcome.Retryable(
                        "no secure connection to the mail server: nobody whom this machine trusts vouches for its"
                                + " certificate",
                        Duration.ofMinutes(5),
                        true));
        assertThat(server.commands()).noneMatch(command -> command.startsWith("MAIL"));
    }

    @ParameterizedTest
    @EnumSource(
            value = SmtpEncryption.class,
            names = {"STARTTLS", "IMPLICIT"})
    void a_server_with_the_certificate_of_another_host_gets_nothing(SmtpEncryption encryption) throws Exception {
        ScriptedMailServer server = server(encryption);

        assertThat(send("127.0.0.1", server, encryption, keys.trusting()))
                .isEqualTo(new Outcome.Retryable(
                        "no secure connection to the mail server: its certificate is that of another host",
                        Duration.ofMinutes(5),
                        true));
        assertThat(server.commands()).noneMatch(command -> command.startsWith("MAIL"));
    }

    @Test
    void a_server_that_does_not_speak_tls_from_the_first_byte_gets_nothing() throws Exception {
        ScriptedMailServer server = server(SmtpEncryption.OPTIONAL);

        assertThat(send("localhost", server, SmtpEncryption.IMPLICIT, keys.trusting()))
                .isInstanceOfSatisfying(Outcome.Retryable.class, retryable -> assertThat(retryable.reason())
                        .startsWith("no secure connection to the mail server: "));
    }

    /** Who may do without would not notice somebody in between. */
    @Test
    void where_tls_is_optional_an_offer_of_it_is_still_looked_at() throws Exception {
        ScriptedMailServer server = server(SmtpEncryption.STARTTLS);

        assertThat(send("localhost", server, SmtpEncryption.OPTIONAL, strangers))
                .isInstanceOf(Outcome.Retryable.class);
        assertThat(send("localhost", server, SmtpEncryption.OPTIONAL, keys.trusting()))
                .isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void returned_mail_is_read_over_tls_from_whom_we_trust_by_its_name() throws Exception {
        System.setProperty("greenmail.tls.keystore.file", keys.file().toString());
        System.setProperty("greenmail.tls.keystore.password", ServerKeys.PASSWORD);
        var server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_IMAPS));
        server.start();
        try {
            GreenMailUser user = server.setUser("bounces@example.com", "bounces", "opensesame");
            user.deliver(new MimeMessage(
                    Session.getInstance(new Properties()), new ByteArrayInputStream(Reports.delivery(Reports.DEAD))));
            int port = server.getImaps().getPort();

            assertThatThrownBy(() -> read("localhost", port, strangers))
                    .isInstanceOfSatisfying(MessagingException.class, failed -> assertThat(TlsFailures.in(failed))
                            .hasValue("nobody whom this machine trusts vouches for its certificate"));
            assertThatThrownBy(() -> read("127.0.0.1", port, keys.trusting()))
                    .isInstanceOfSatisfying(MessagingException.class, failed -> assertThat(TlsFailures.in(failed))
                            .hasValue("its certificate is that of another host"));
            assertThat(read("localhost", port, keys.trusting())).hasSize(1);
        } finally {
            server.stop();
        }
    }

    private static List<Report> read(String host, int port, SSLSocketFactory tls) throws MessagingException {
        var read = new ArrayList<Report>();
        var settings = new ImapSettings(host, port, new MailLogin("bounces", "opensesame"), "INBOX", true, SOON);
        new ReturnedMailbox(settings, tls).readNew(read::addAll);
        return read;
    }

    private ScriptedMailServer server(SmtpEncryption encryption) throws Exception {
        ScriptedMailServer server = encryption == SmtpEncryption.OPTIONAL
                ? new ScriptedMailServer()
                : ScriptedMailServer.secured(keys, encryption == SmtpEncryption.IMPLICIT);
        servers.add(server);
        return server;
    }

    private static Outcome send(
            String host, ScriptedMailServer server, SmtpEncryption encryption, SSLSocketFactory tls) {
        MailServer secured = MailServer.of(host, server.port(), MailLogin.NONE)
                .with(new SmtpTimeouts(SOON, SOON, SOON))
                .with(encryption);
        SmtpSettings settings = SmtpSettings.of(secured, "shop@example.com");
        try (Connector connector = new SmtpConnector(settings, InstantSource.system(), tls)) {
            return connector.send(delivery("m1", MAIL));
        }
    }
}
