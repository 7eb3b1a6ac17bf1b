package dev.sendero.connectors.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.sendero.api.connector.Outcome;
import dev.sendero.api.connector.Report;
import dev.sendero.api.event.ReceiptEvents;
import dev.sendero.api.message.MessageId;
import dev.sendero.api.message.Rendered;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Mail by way of a real mail server, and signatures before somebody else's verifier. */
@Tag("slow")
class PostfixTest {

    private static final URI UNSUBSCRIBE = URI.create("https://shop.example.com/l/" + "abc".repeat(80));

    private ScriptedMailServer elsewhere;
    private Postfix postfix;

    @BeforeEach
    void start() throws Exception {
        assumeThat(Postfix.absence()).isEmpty();
        elsewhere = new ScriptedMailServer();
        postfix = new Postfix(elsewhere.port());
    }

    @AfterEach
    void stop() throws Exception {
        if (postfix != null) {
            postfix.stop();
            elsewhere.close();
        }
    }

    @Test
    void what_it_takes_arrives_with_headers_and_a_signature_that_others_verify() throws Exception {
        assumeThat(DkimVerifier.absence()).isEmpty();
        SigningKeys keys = SigningKeys.make();
        var mail = new Rendered.Email(
                "Ada Lövelace <ada@example.com>",
                "",
                "Grüße ☕ " + "und noch mehr ".repeat(10),
                "",
                "Noch da:  Lämp \n.\n..\nFrom here\n\n\n",
                "<p>Noch da:  Lämp </p>\n.\n<p>" + "lang ".repeat(400) + "</p>\n\n\n");

        Outcome outcome = Post.send(
                settings().signedBy(DkimKey.of("example.com", "s2026", keys.privatePem())),
                Post.delivery(mail, Optional.of(UNSUBSCRIBE)));

        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        byte[] arrived = arrivedAt("ada");
        String text = new String(arrived, StandardCharsets.US_ASCII);
        assertThat(text)
                .contains("Return-Path: <bounces@example.com>")
                .contains("List-Unsubscribe: <" + UNSUBSCRIBE + ">")
                .contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
        String name = "s2026._domainkey.example.com";
        assertThat(DkimVerifier.verifies(arrived, name, keys.dnsText())).isTrue();
        assertThat(DkimVerifier.verifies(arrived, name, SigningKeys.make().dnsText()))
                .isFalse();
        byte[] forged = text.replace("One-Click", "One-Clack").getBytes(StandardCharsets.US_ASCII);
        assertThat(DkimVerifier.verifies(forged, name, keys.dnsText())).isFalse();
    }

    @Test
    void whom_it_does_not_know_is_suppressed_and_who_is_to_come_back_does() {
        assertThat(send("nobody@example.com")).isInstanceOfSatisfying(Outcome.Permanent.class, permanent -> {
            assertThat(permanent.suppressAddress()).isTrue();
            assertThat(permanent.reason()).contains("5.1.1").doesNotContain("nobody@");
        });
        assertThat(send("later@example.com"))
                .isInstanceOfSatisfying(Outcome.Retryable.class, retryable -> assertThat(retryable.reason())
                        .contains("4.2.1"));
    }

    @Test
    void what_comes_back_later_names_the_message_and_the_dead_address() {
        elsewhere.answering("RCPT", "550 5.1.1 no such user");

        assertThat(send("gone@elsewhere.example")).isInstanceOf(Outcome.Accepted.class);

        assertThat(ReturnedMail.read(arrivedAt("bounces")))
                .singleElement()
                .isInstanceOfSatisfying(Report.Receipt.class, receipt -> {
                    assertThat(receipt.message()).isEqualTo(new MessageId("message-1"));
                    assertThat(receipt.kind()).isEqualTo(ReceiptEvents.Kind.BOUNCED);
                    assertThat(receipt.deadAddress()).isTrue();
                    assertThat(receipt.reason()).startsWith("5.1.1").doesNotContain("gone@");
                });
    }

    @Test
    void a_policy_elsewhere_kills_no_address() {
        elsewhere.answering("RCPT", "550 5.7.1 not from you");

        send("ada@elsewhere.example");

        assertThat(ReturnedMail.read(arrivedAt("bounces")))
                .singleElement()
                .isInstanceOfSatisfying(Report.Receipt.class, receipt -> assertThat(receipt.deadAddress())
                        .isFalse());
    }

    @Test
    void a_warning_that_it_takes_longer_is_no_bounce() {
        elsewhere.answering("RCPT", "451 4.3.0 later");

        send("ada@elsewhere.example");

        byte[] warning = arrivedAt("bounces");
        assertThat(new String(warning, StandardCharsets.US_ASCII)).contains("Action: delayed");
        assertThat(ReturnedMail.read(warning)).isEmpty();
    }

    private Outcome send(String to) {
        var mail = new Rendered.Email(to, "", "Your cart", "", "Still here", "<p>Still here</p>");
        return Post.send(settings(), Post.delivery(mail, Optional.empty()));
    }

    private SmtpSettings settings() {
        MailServer server =
                MailServer.of("127.0.0.1", postfix.port(), MailLogin.NONE).with(SmtpEncryption.OPTIONAL);
        return new SmtpSettings(server, "Shop <shop@example.com>", "bounces@example.com", Optional.empty(), 20);
    }

    private byte[] arrivedAt(String mailbox) {
        List<byte[]> mail =
                await().atMost(Duration.ofSeconds(60)).until(() -> postfix.mailOf(mailbox), found -> !found.isEmpty());
        return mail.get(0);
    }
}
