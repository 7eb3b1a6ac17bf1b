package dev.sendero.connectors.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sendero.api.message.Rendered;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The signature is checked here by what RFC 6376 says; a slow test has somebody else's verifier look at it. */
class DkimKeyTest {

    private static SigningKeys keys;

    private final Post post = new Post();

    @BeforeAll
    static void makeKeys() throws Exception {
        keys = SigningKeys.make();
    }

    @AfterEach
    void stopServer() {
        post.close();
    }

    @Test
    void what_the_server_gets_carries_a_signature_over_body_and_headers() throws Exception {
        sendSigned("Grüße ☕", "<p>Noch da:  Lämp </p>\n\n<p>" + "lang ".repeat(400) + "</p>\n\n\n");

        String received = post.receivedText();
        String signature = headerOf(received, "DKIM-Signature");
        assertThat(tag(signature, "d")).isEqualTo("example.com");
        assertThat(tag(signature, "s")).isEqualTo("s2026");
        assertThat(List.of(tag(signature, "h").toLowerCase(Locale.ROOT).split(":")))
                .contains(
                        "from",
                        "to",
                        "subject",
                        "date",
                        "message-id",
                        "mime-version",
                        "content-type",
                        "list-unsubscribe",
                        "list-unsubscribe-post");
        assertThat(tag(signature, "bh")).isEqualTo(bodyHash(received));
        assertThat(verifies(received, signature)).isTrue();
    }

    @Test
    void a_changed_subject_does_not_verify() throws Exception {
        sendSigned("Your cart", "<p>html</p>");

        String changed = post.receivedText().replace("Subject: Your cart", "Subject: Your card");

        assertThat(verifies(changed, headerOf(changed, "DKIM-Signature"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "opensesame", "-----BEGIN PRIVATE KEY-----\nb3BlbnNlc2FtZQ==\n-----END PRIVATE KEY-----"})
    void what_is_no_key_is_refused_and_not_quoted(String text) {
        assertThatThrownBy(() -> DkimKey.of("example.com", "s2026", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected")
                .hasMessageNotContaining("opensesame")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "example.com; l=0", "example.com\r\nBcc: eve"})
    void what_is_no_domain_is_refused(String domain) {
        assertThatThrownBy(() -> DkimKey.of(domain, "s2026", keys.privatePem()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_key_may_have_lost_its_line_breaks() {
        assertThat(DkimKey.of("example.com", "s2026", keys.privatePem().replace("\n", " ")))
                .isNotNull();
    }

    private void sendSigned(String subject, String html) {
        var mail = new Rendered.Email("Ada <ada@example.com>", "", subject, "", "Noch da: Lämp", html);
        var unsubscribe = URI.create("https://shop.example.com/l/" + "abc".repeat(80));
        Post.send(
                post.settings().signedBy(DkimKey.of("example.com", "s2026", keys.privatePem())),
                Post.delivery(mail, Optional.of(unsubscribe)));
    }

    /** RFC 6376, 3.7: the signed headers, then the signature's own without its value. */
    private static boolean verifies(String mail, String signature) throws Exception {
        var signed = new StringBuilder();
        for (String name : tag(signature, "h").split(":")) {
            signed.append(relaxed(name, headerOf(mail, name))).append("\r\n");
        }
        signed.append(relaxed("DKIM-Signature", signature.replaceAll("b=[^;]*$", "b=")));
        var verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(keys.publicKey());
        verifier.update(signed.toString().getBytes(StandardCharsets.US_ASCII));
        return verifier.verify(Base64.getMimeDecoder().decode(tag(signature, "b")));
    }

    private static String relaxed(String name, String value) {
        return name.toLowerCase(Locale.ROOT) + ":"
                + value.replaceAll("\\s+", " ").strip();
    }

    /** RFC 6376, 3.4.4. */
    private static String bodyHash(String mail) throws Exception {
        String body = mail.substring(mail.indexOf("\r\n\r\n") + 4);
        String relaxed =
                body.replaceAll("[ \\t]+", " ").replaceAll(" \r\n", "\r\n").replaceAll("(\r\n)*$", "") + "\r\n";
        return Base64.getEncoder()
                .encodeToString(
                        MessageDigest.getInstance("SHA-256").digest(relaxed.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String tag(String signature, String name) {
        return Arrays.stream(signature.split(";"))
                .map(String::strip)
                .filter(tag -> tag.startsWith(name + "="))
                .map(tag -> tag.substring(name.length() + 1).replaceAll("\\s", ""))
                .findFirst()
                .orElseThrow();
    }

    private static String headerOf(String mail, String name) {
        Matcher found = Pattern.compile("(?im)^" + Pattern.quote(name) + ":((?:.|\r\n[ \t])*)")
                .matcher(mail);
        assertThat(found.find()).as("header %s", name).isTrue();
        return found.group(1);
    }
}
