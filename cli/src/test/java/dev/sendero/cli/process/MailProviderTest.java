package dev.sendero.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sendero.api.connector.Connector;
import dev.sendero.api.link.Links;
import dev.sendero.api.link.TokenKey;
import dev.sendero.api.message.Channel;
import dev.sendero.connectors.email.MailLogin;
import dev.sendero.connectors.email.MailServer;
import dev.sendero.connectors.email.SmtpConnector;
import dev.sendero.connectors.email.SmtpSettings;
import dev.sendero.connectors.email.TrackedMail;
import dev.sendero.rules.project.ChannelSettings;
import dev.sendero.rules.project.ProjectFiles;
import dev.sendero.rules.project.ProjectReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailProviderTest {

    private static final Optional<Links> LINKS =
            Optional.of(new Links(URI.create("https://mail.shop.example"), TokenKey.of(new byte[32])));

    @Test
    void mail_is_signed_with_a_key_of_the_environment_or_of_a_file(@TempDir Path folder) throws Exception {
        String key = privateKey();
        Path file = Files.writeString(folder.resolve("dkim.pem"), key);

        assertThat(smtp("dkim: { domain: shop.example, selector: s1, key_env: DKIM_KEY }", Map.of("DKIM_KEY", key))
                        .dkim())
                .isPresent();
        assertThat(smtp("dkim: { domain: shop.example, selector: s1, key_file: " + file + " }", Map.of())
                        .dkim())
                .isPresent();
    }

    @Test
    void a_key_that_is_missing_or_unfit_is_named_and_not_told() {
        String dkim = "dkim: { domain: shop.example, selector: s1, key_env: DKIM_KEY }";

        assertThatThrownBy(() -> smtp(dkim, Map.of())).hasMessageContaining("DKIM_KEY");
        assertThatThrownBy(() -> smtp(dkim, Map.of("DKIM_KEY", "opensesame")))
                .isInstanceOf(EnvironmentProblem.class)
                .hasMessageContaining("cannot be signed")
                .hasMessageNotContaining("opensesame");
        assertThatThrownBy(() -> smtp("dkim: { domain: shop.example, selector: s1, key_file: /no/such }", Map.of()))
                .isInstanceOf(EnvironmentProblem.class)
                .hasMessageContaining("/no/such");
    }

    @Test
    void servers_may_bring_mail_back_when_there_is_a_secret() throws Exception {
        assertThat(MailProvider.callbacks(email("bounces: { secret_env: BOUNCES }"), Map.of("BOUNCES", "opensesame")))
                .isPresent();
        assertThat(MailProvider.callbacks(email("bounces: { to: b@shop.example }"), Map.of()))
                .isEmpty();
    }

    @Test
    void mail_is_followed_where_the_settings_ask_for_it_and_there_is_an_address_to_follow_it_to() {
        assertThat(carrier("tracking: { clicks: true }", LINKS)).isInstanceOf(TrackedMail.class);
        assertThat(carrier("tracking: { clicks: true }", Optional.empty())).isInstanceOf(SmtpConnector.class);
        assertThat(carrier("tracking: { clicks: false }", LINKS)).isInstanceOf(SmtpConnector.class);
    }

    private static Object carrier(String setting, Optional<Links> links) {
        Connector carrier = new SmtpConnector(
                SmtpSettings.of(MailServer.of("mail.shop.example", 25, MailLogin.NONE), ""), InstantSource.system());
        return MailProvider.followed(Map.of(Channel.EMAIL, carrier), Map.of(Channel.EMAIL, email(setting)), links)
                .get(Channel.EMAIL);
    }

    private static SmtpSettings smtp(String setting, Map<String, String> environment) throws EnvironmentProblem {
        ChannelSettings.Email email = email(setting);
        return MailProvider.settings(email, email.smtp().orElseThrow(), environment);
    }

    private static ChannelSettings.Email email(String setting) {
        String text = "channels:\n  email:\n    smtp: { host: mail.shop.example }\n    " + setting + "\n";
        var project = ProjectReader.read(new ProjectFiles(new TreeMap<>(Map.of("sendero.yaml", text))));
        assertThat(project.hasErrors()).as(text).isFalse();
        return (ChannelSettings.Email) project.settings().channels().get(Channel.EMAIL);
    }

    private static String privateKey() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(generator.generateKeyPair().getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }
}
