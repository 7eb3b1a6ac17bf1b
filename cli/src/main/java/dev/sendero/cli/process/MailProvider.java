package dev.sendero.cli.process;

import dev.sendero.connectors.email.DkimKey;
import dev.sendero.connectors.email.MailLogin;
import dev.sendero.connectors.email.SmtpSettings;
import dev.sendero.rules.project.ChannelSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Makes the settings of the e-mail connector from those of a project. */
final class MailProvider {

    private MailProvider() {}

    /** @throws EnvironmentProblem when a secret that the settings name is not there, or is no key */
    static SmtpSettings settings(
            ChannelSettings.Email email, ChannelSettings.Smtp smtp, Map<String, String> environment)
            throws EnvironmentProblem {
        SmtpSettings settings = SmtpSettings.of(smtp.host(), smtp.port(), smtp.from(), login(smtp, environment))
                .withBouncesTo(email.bounces().to())
                .withCallsPerDomain(smtp.callsPerDomain());
        if (email.dkim().isPresent()) {
            settings = settings.signedBy(key(email.dkim().get(), environment));
        }
        return smtp.startTls() ? settings : settings.withoutTls();
    }

    private static MailLogin login(ChannelSettings.Smtp smtp, Map<String, String> environment)
            throws EnvironmentProblem {
        return smtp.userVariable().isEmpty()
                ? MailLogin.NONE
                : new MailLogin(
                        Providers.secret(smtp.userVariable(), environment),
                        Providers.secret(smtp.passwordVariable(), environment));
    }

    private static DkimKey key(ChannelSettings.Dkim dkim, Map<String, String> environment) throws EnvironmentProblem {
        String source = dkim.keyFile().isEmpty() ? "environment variable " + dkim.keyVariable() : dkim.keyFile();
        try {
            String key = dkim.keyFile().isEmpty()
                    ? Providers.secret(dkim.keyVariable(), environment)
                    : Files.readString(Path.of(dkim.keyFile()));
            return DkimKey.of(dkim.domain(), dkim.selector(), key);
        } catch (IOException unreadable) {
            throw new EnvironmentProblem(
                    "sendero.yaml reads a key from " + source + ", which cannot be read",
                    "put the private key there, readable for this user",
                    unreadable);
        } catch (IllegalArgumentException unusable) {
            throw new EnvironmentProblem(
                    "mail cannot be signed: " + unusable.getMessage(),
                    "look at 'channels.email.dkim' in sendero.yaml and at its key, " + source,
                    unusable);
        }
    }
}
