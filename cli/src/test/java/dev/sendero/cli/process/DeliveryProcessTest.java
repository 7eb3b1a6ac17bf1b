package dev.sendero.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.standardwebhooks.Webhook;
import dev.sendero.api.Topics;
import dev.sendero.cli.TryProject;
import dev.sendero.cli.process.LoopbackReceiver.Request;
import dev.sendero.cli.publish.Change;
import dev.sendero.courier.KafkaReceiptSink;
import dev.sendero.rules.project.Project;
import dev.sendero.rules.project.ProjectFolder;
import dev.sendero.rules.project.ProjectReader;
import dev.sendero.rules.template.HtmlLinks;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole process with providers on this machine: what leaves by mail, webhook and CRM, and what comes back by links, from
 * the mailbox of returned mail and from customers.
 */
class DeliveryProcessTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String HUBSPOT = "/crm/objects/2026-03/contacts/batch/upsert";
    private static final String SECRET = "whsec_c2VjcmV0LW9mLXR3ZW50eS1mb3VyLWJ5dGVzLW9yLW1vcmU=";
    private static final Map<String, String> SECRETS = Map.of(
            "WEBHOOK_SECRET", SECRET, "HUBSPOT_TOKEN", "token", "IMAP_USER", "bounces", "IMAP_PASSWORD", "opensesame");

    @TempDir
    private Path folder;

    private final GreenMail mail = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });
    private LoopbackReceiver receiver;
    private GreenMailUser returned;
    private int port;

    @BeforeEach
    void startProviders() throws Exception {
        mail.start();
        returned = mail.setUser("bounces@example.com", "bounces", "opensesame");
        receiver = new LoopbackReceiver();
        port = freePort();
        TryProject.in(folder)
                .with("sendero.yaml", settings())
                .with("templates/hello.liquid", """
                        ---
                        subject: "Hello {{ profile.id }}"
                        from: Shop <shop@example.com>
                        ---
                        <html><body><p><a href="https://shop.example/lamps?a=1&amp;b=2">Lamps</a></p>
                        <p><a href="{{ links.unsubscribe }}">No more</a> <a href="{{ links.preferences }}">Choose</a></p></body></html>
                        """)
                .with("journeys/hello.yaml", """
                        journey: hello
                        state: live
                        trigger: { event: Signed Up }
                        steps:
                          - id: hello
                            email: { template: hello, group: offers }
                          - id: tell
                            webhook: { url: "%1$s/signed-up", body: { customer: "{{ profile.id }}" } }
                          - id: record
                            crm: { object: contact, key: "{{ profile.traits.email }}", set: { lifecycle: lead } }
                        """.formatted(receiver.address()))
                .with("journeys/opened.yaml", telling("opened", "Email Opened"))
                .with("journeys/clicked.yaml", telling("clicked", "Email Clicked"))
                .with("journeys/bounced.yaml", telling("bounced", "Email Bounced"))
                .with("journeys/unsubscribed.yaml", telling("unsubscribed", "Unsubscribed"));
    }

    @AfterEach
    void stopProviders() {
        receiver.close();
        mail.stop();
    }

    @Test
    void what_leaves_arrives_and_what_comes_back_is_heard() throws Exception {
        MimeMessage arrived;
        try (SenderoProcess process = start()) {
            signUp("ada");

            arrived = arrivedMail(1);
            isSignedCall(awaitedCall("/signed-up"), "ada");
            Request record = awaitedCall(HUBSPOT);
            assertThat(record.headers()).containsEntry("Authorization", "Bearer token");
            assertThat(record.body()).contains("\"id\":\"ada@example.com\"").contains("\"lifecycle\":\"lead\"");

            linksLeadBack(htmlOf(arrived));
            assertThat(process.port()).isEqualTo(port);
        }
        returned.deliver(report(arrived.getMessageID()));
        try (SenderoProcess process = start()) {
            assertThat(awaitedCall("/bounced").body()).contains("ada");

            signUp("ada");
            signUp("bob");
            arrivedMail(2);
            await().atMost(SOON).until(() -> receiver.requestsOf("/signed-up").size() == 3);
            assertThat(mail.getReceivedMessagesForDomain("ada@example.com"))
                    .as("not to whom has unsubscribed, at an address that is dead")
                    .hasSize(1);
            assertThat(process.port()).isEqualTo(port);
        }
    }

    private static void isSignedCall(Request call, String customer) throws Exception {
        new Webhook(SECRET)
                .verify(
                        call.body(),
                        Map.of(
                                "webhook-id", List.of(call.headers().get("webhook-id")),
                                "webhook-timestamp", List.of(call.headers().get("webhook-timestamp")),
                                "webhook-signature", List.of(call.headers().get("webhook-signature"))));
        assertThat(call.body()).isEqualTo("{\"customer\":\"" + customer + "\"}");
    }

    private void linksLeadBack(String html) throws Exception {
        Matcher picture = Pattern.compile("<img src=\"([^\"]+)\" width=\"1\"").matcher(html);
        assertThat(picture.find()).isTrue();
        assertThat(get(picture.group(1)).statusCode()).isEqualTo(200);
        List<String> links = HtmlLinks.of(html);
        HttpResponse<String> followed = get(links.get(0));
        assertThat(followed.headers().firstValue("Location")).hasValue("https://shop.example/lamps?a=1&b=2");
        assertThat(get(links.get(2)).body()).contains("Offers");
        var leave = HttpRequest.newBuilder(URI.create(links.get(1)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                .build();
        assertThat(HTTP.send(leave, BodyHandlers.ofString()).statusCode()).isEqualTo(200);

        awaitedCall("/opened");
        assertThat(awaitedCall("/clicked").body()).contains("https://shop.example/lamps?a=1&b=2");
        awaitedCall("/unsubscribed");
    }

    private String settings() {
        return """
                name: Try
                subscription_groups:
                  offers: { title: Offers, channels: [email], default: opted_in }
                channels:
                  email:
                    smtp: { host: 127.0.0.1, port: %d, starttls: false }
                    bounces:
                      imap: { host: 127.0.0.1, port: %d, tls: false, user_env: IMAP_USER, password_env: IMAP_PASSWORD }
                    tracking: { opens: true, clicks: true }
                  crm:
                    hubspot: { token_env: HUBSPOT_TOKEN, keys: { contact: email }, url: "%s" }
                  webhook: { secret_env: WEBHOOK_SECRET, allow: [127.0.0.0/8] }
                """.formatted(mail.getSmtp().getPort(), mail.getImap().getPort(), receiver.address());
    }

    private String telling(String name, String event) {
        return """
                journey: %1$s
                state: live
                trigger: { event: %2$s }
                steps:
                  - id: tell
                    webhook:
                      url: "%3$s/%1$s"
                      body: { customer: "{{ profile.id }}", url: "{{ run.trigger.properties.url | default: '' }}" }
                """.formatted(name, event, receiver.address());
    }

    private SenderoProcess start() throws Exception {
        Project project = ProjectReader.read(ProjectFolder.load(folder));
        assertThat(project.hasErrors()).as("%s", project.problems()).isFalse();
        return SenderoProcess.start(
                new ProcessSettings(
                        folder,
                        DataFolder.of(folder),
                        port,
                        "",
                        ProcessClock.real(),
                        ProcessSettings.Feed.HTTP,
                        SECRETS),
                project,
                servers -> new KafkaReceiptSink(servers, Topics.DEFAULT.events()),
                new Unheard(),
                failure -> {
                    throw new AssertionError(failure);
                });
    }

    private Request awaitedCall(String path) {
        await("the call of " + path).atMost(SOON).until(() -> receiver.firstOf(path)
                .isPresent());
        return receiver.firstOf(path).orElseThrow();
    }

    private MimeMessage arrivedMail(int count) {
        assertThat(mail.waitForIncomingEmail(SOON.toMillis(), count)).isTrue();
        return mail.getReceivedMessages()[count - 1];
    }

    private void signUp(String customer) throws Exception {
        send("identify", "{\"userId\":\"%1$s\",\"traits\":{\"email\":\"%1$s@example.com\"}}".formatted(customer));
        send("track", "{\"userId\":\"%s\",\"event\":\"Signed Up\"}".formatted(customer));
    }

    private void send(String call, String body) throws Exception {
        String key = Base64.getEncoder().encodeToString("dev:".getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/" + call))
                .header("Authorization", "Basic " + key)
                .POST(BodyPublishers.ofString(body))
                .build();
        assertThat(HTTP.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> get(String address) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }

    private static String htmlOf(MimeMessage message) throws Exception {
        var parts = (Multipart) message.getContent();
        for (int index = 0; index < parts.getCount(); index++) {
            BodyPart part = parts.getBodyPart(index);
            if (part.isMimeType("text/html")) {
                return String.valueOf(part.getContent());
            }
        }
        throw new AssertionError("parts: " + parts.getCount() + " (expected: one of HTML)");
    }

    /** What a server says of mail that it had taken (RFC 3464). */
    private static MimeMessage report(String messageId) throws Exception {
        String report = """
                From: MAILER-DAEMON@mx.example.com
                To: bounces@example.com
                Subject: Returned
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain

                No such user.

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.com

                Final-Recipient: rfc822; ada@example.com
                Action: failed
                Status: 5.1.1

                --b
                Content-Type: text/rfc822-headers

                Message-ID: %s

                --b--
                """.formatted(messageId).replace("\n", "\r\n");
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(report.getBytes(StandardCharsets.UTF_8)));
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static final class Unheard implements ProjectListener {
        @Override
        public void published(Project project, List<Change> changes, Instant effectiveAt) {}

        @Override
        public void refused(Project project) {
            throw new AssertionError(project.problems());
        }

        @Override
        public void failed(String reason) {
            throw new AssertionError(reason);
        }
    }
}
