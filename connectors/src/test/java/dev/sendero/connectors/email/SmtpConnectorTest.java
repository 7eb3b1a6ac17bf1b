package dev.sendero.connectors.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.connector.Connector;
import dev.sendero.api.connector.Outcome;
import dev.sendero.api.message.Rendered;
import dev.sendero.connectors.ConnectorContract;
import dev.sendero.connectors.ProviderBehaviour;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpConnectorTest extends ConnectorContract {

    private static final MailLogin LOGIN = new MailLogin("shop", "opensesame");

    private final List<ScriptedMailServer> servers = new ArrayList<>();

    @Override
    protected Connector connectorTo(ProviderBehaviour behaviour) throws IOException {
        ScriptedMailServer server = server();
        switch (behaviour) {
            case ACCEPTS -> server.answering(".", "250 2.0.0 queued as 7");
            case IS_BUSY -> server.answering("RCPT", "451 4.7.1 <ada@example.com> greylisted");
            case REFUSES -> server.answering(".", "554 5.7.1 not wanted here");
            case REFUSES_CREDENTIALS -> {
                server.answering("EHLO", "250-scripted\r\n250 AUTH PLAIN")
                        .answering("AUTH", "535 5.7.8 user shop, password opensesame: unknown");
                return connector(
                        MailServer.of("127.0.0.1", server.port(), LOGIN).with(SmtpEncryption.OPTIONAL));
            }
            case KNOWS_NO_SUCH_RECIPIENT -> server.answering("RCPT", "550 5.1.1 <ada@example.com>: unknown");
            case HANGS_UP -> server.answering(".", ScriptedMailServer.HANG_UP);
            case IS_SILENT -> server.answering(".", ScriptedMailServer.SILENCE);
        }
        return connectorTo(server);
    }

    @Override
    protected Connector connectorToNobody() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return connector(mailServer(socket.getLocalPort()).with(SmtpEncryption.OPTIONAL));
        }
    }

    @Override
    protected Rendered content() {
        return new Rendered.Email("ada@example.com", "", "Your cart", "", "Still here", "<p>Still here</p>");
    }

    @Override
    protected List<String> secrets() {
        return List.of(LOGIN.password());
    }

    @Override
    @AfterEach
    protected void stopProviders() throws IOException {
        for (ScriptedMailServer server : servers) {
            server.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"greeting", "EHLO", "MAIL", "RCPT", "DATA"})
    void a_server_that_hangs_up_before_the_final_dot_is_to_be_tried_again(String command) throws IOException {
        Connector connector = connectorTo(server().answering(command, ScriptedMailServer.HANG_UP));

        assertThat(connector.send(delivery("m1"))).isInstanceOf(Outcome.Retryable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT", "DATA", "."})
    void a_4yz_is_to_be_tried_again_whatever_it_answers(String command) throws IOException {
        Connector connector = connectorTo(server().answering(command, "450 4.2.0 later"));

        assertThat(connector.send(delivery("m1"))).isInstanceOf(Outcome.Retryable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT", "DATA", "."})
    void a_5yz_is_over_and_suppresses_nobody_for_policy(String command) throws IOException {
        Connector connector = connectorTo(server().answering(command, "550 5.7.1 policy"));

        assertThat(connector.send(delivery("m1"))).isInstanceOfSatisfying(Outcome.Permanent.class, permanent -> {
            assertThat(permanent.suppressAddress()).isFalse();
            assertThat(permanent.reason()).contains("5.7.1");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"421 4.7.26 SPF and DKIM did not pass", "550 5.7.26 unauthenticated mail", "554 5.7.1 blocked"})
    void who_does_not_trust_us_is_left_alone_with_all_its_recipients_and_nobody_else_is(String answer)
            throws IOException {
        ScriptedMailServer server = server().answering(".", answer);
        Connector connector = connectorTo(server);
        connector.send(delivery("m1"));
        server.answering(".", "250 queued");

        assertThat(connector.send(delivery("m2", to("bob@EXAMPLE.com"))))
                .isInstanceOfSatisfying(Outcome.Postponed.class, postponed -> {
                    assertThat(postponed.howLong()).isEqualTo(Duration.ofMinutes(5));
                    assertThat(postponed.reason()).contains(answer.substring(4));
                });
        assertThat(connector.send(delivery("m3", to("eve@elsewhere.example")))).isInstanceOf(Outcome.Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"451 4.7.1 greylisted", "452 4.2.2 mailbox full", "550 5.1.1 unknown", "550 5.7.17 new owner"})
    void what_is_said_about_one_recipient_holds_up_no_other(String answer) throws IOException {
        ScriptedMailServer server = server().answering("RCPT", answer);
        Connector connector = connectorTo(server);
        connector.send(delivery("m1"));
        server.answering("RCPT", "250 OK");

        assertThat(connector.send(delivery("m2", to("bob@example.com")))).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void a_server_that_wants_a_login_has_refused_no_message_but_us() throws IOException {
        Connector connector = connectorTo(server().answering("MAIL", "530 5.7.0 authentication required"));

        assertThat(connector.send(delivery("m1"))).isInstanceOfSatisfying(Outcome.Retryable.class, retryable -> {
            assertThat(retryable.forAll()).isTrue();
            assertThat(retryable.retryAfter()).isPositive();
        });
    }

    private static Rendered to(String address) {
        return new Rendered.Email(address, "", "Your cart", "", "Still here", "");
    }

    @Test
    void a_server_without_tls_gets_nothing_unless_that_is_configured() throws IOException {
        ScriptedMailServer server = server();
        Connector connector = connector(mailServer(server.port()));

        assertThat(connector.send(delivery("m1"))).isInstanceOf(Outcome.Retryable.class);
        assertThat(server.commands()).noneMatch(command -> command.startsWith("MAIL"));
    }

    @Test
    void a_server_that_takes_long_for_every_command_is_tried_again_later() throws IOException {
        ScriptedMailServer server = server().answering("RCPT", ScriptedMailServer.SILENCE);
        MailServer slow = mailServer(server.port())
                .with(SmtpEncryption.OPTIONAL)
                .with(new SmtpTimeouts(ANSWER_TIMEOUT, Duration.ofMillis(300), Duration.ofMinutes(10)));

        try (Connector connector = new SmtpConnector(settings(slow), InstantSource.fixed(DECIDED_AT))) {
            assertThat(connector.send(delivery("m1")))
                    .isInstanceOfSatisfying(Outcome.Retryable.class, retryable -> assertThat(retryable.reason())
                            .contains("before the final dot"));
            assertThat(connector.longestCall()).isBetween(Duration.ofMinutes(10), Duration.ofMinutes(11));
        }
    }

    @Test
    void the_longest_call_leaves_a_server_ten_minutes_for_the_final_dot() {
        try (Connector connector = new SmtpConnector(settings(mailServer(25)), InstantSource.fixed(DECIDED_AT))) {
            assertThat(connector.longestCall()).isBetween(Duration.ofMinutes(15), Duration.ofMinutes(16));
        }
    }

    @Test
    void a_connection_is_used_again() throws IOException {
        ScriptedMailServer server = server();
        Connector connector = connectorTo(server);

        connector.send(delivery("m1"));
        connector.send(delivery("m2"));

        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void a_kept_connection_that_the_server_has_ended_is_replaced() throws IOException {
        ScriptedMailServer server = server();
        Connector connector = connectorTo(server);
        connector.send(delivery("m1"));

        server.hangUpOnAll();

        assertThat(connector.send(delivery("m2"))).isInstanceOf(Outcome.Accepted.class);
        assertThat(server.connections()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ada", "ada@example.com, bob@example.com", "ädä@example.com", "team: ada@example.com;"})
    void what_is_not_one_address_is_never_sent(String to) throws IOException {
        ScriptedMailServer server = server();
        var email = new Rendered.Email(to, "", "Your cart", "", "text", "");

        Outcome outcome = connectorTo(server).send(delivery("m1", email));

        assertThat(outcome).isInstanceOf(Outcome.Permanent.class);
        assertThat(server.connections()).isZero();
    }

    private ScriptedMailServer server() throws IOException {
        var server = new ScriptedMailServer();
        servers.add(server);
        return server;
    }

    private static Connector connectorTo(ScriptedMailServer server) {
        return connector(mailServer(server.port()).with(SmtpEncryption.OPTIONAL));
    }

    private static Connector connector(MailServer server) {
        var timeouts = new SmtpTimeouts(ANSWER_TIMEOUT, Duration.ofMinutes(5), ANSWER_TIMEOUT);
        return new SmtpConnector(settings(server.with(timeouts)), InstantSource.fixed(DECIDED_AT));
    }

    private static MailServer mailServer(int port) {
        return MailServer.of("127.0.0.1", port, MailLogin.NONE);
    }

    private static SmtpSettings settings(MailServer server) {
        return SmtpSettings.of(server, "Shop <shop@example.com>");
    }
}
