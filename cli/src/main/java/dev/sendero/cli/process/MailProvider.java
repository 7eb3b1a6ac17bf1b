package dev.sendero.cli.process;

import dev.sendero.api.connector.CallbackReader;
import dev.sendero.api.connector.Connector;
import dev.sendero.api.connector.Report;
import dev.sendero.api.link.Links;
import dev.sendero.api.message.Channel;
import dev.sendero.connectors.email.DkimKey;
import dev.sendero.connectors.email.ImapSettings;
import dev.sendero.connectors.email.MailLogin;
import dev.sendero.connectors.email.MailServer;
import dev.sendero.connectors.email.ReturnedMailCallbacks;
import dev.sendero.connectors.email.ReturnedMailRounds;
import dev.sendero.connectors.email.SmtpEncryption;
import dev.sendero.connectors.email.SmtpSettings;
import dev.sendero.connectors.email.TrackedMail;
import dev.sendero.connectors.email.TrackingSettings;
import dev.sendero.rules.project.ChannelSettings;
import dev.sendero.rules.project.MailTracking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes what e-mail works with from a project's settings. */
final class MailProvider {

    private static final Duration MAILBOX_ANSWERS = Duration.ofSeconds(30);

    private MailProvider() {}

    /** @throws EnvironmentProblem when a secret that the settings name is not there, or is no key */
    static SmtpSettings settings(
            ChannelSettings.Email email, ChannelSettings.Smtp smtp, Map<String, String> environment)
            throws EnvironmentProblem {
        MailServer server = MailServer.of(smtp.host(), smtp.port(), login(smtp, environment))
                .with(encryption(smtp));
        var settings =
                new SmtpSettings(server, smtp.from(), email.bounces().to(), Optional.empty(), smtp.callsPerDomain());
        return email.dkim().isPresent() ? settings.signedBy(key(email.dkim().get(), environment)) : settings;
    }

    private static SmtpEncryption encryption(ChannelSettings.Smtp smtp) {
        if (smtp.implicitTls()) {
            return SmtpEncryption.IMPLICIT;
        }
        return smtp.startTls() ? SmtpEncryption.STARTTLS : SmtpEncryption.OPTIONAL;
    }

    /** What understands mail that a mail server sends back to us; empty when nobody may do so. */
    static Optional<CallbackReader> callbacks(ChannelSettings.Email email, Map<String, String> environment)
            throws EnvironmentProblem {
        String variable = email.bounces().secretVariable();
        return variable.isEmpty()
                ? Optional.empty()
                : Optional.of(new ReturnedMailCallbacks(Providers.secret(variable, environment)));
    }

    /**
     * Begins to look for returned mail, where the settings name a mailbox.
     *
     * @param channels of the project
     * @param reports gets what returned mail says; what it throws has it read again
     */
    static Optional<ReturnedMailRounds> rounds(
            Map<Channel, ChannelSettings> channels, Map<String, String> environment, Consumer<List<Report>> reports)
            throws EnvironmentProblem {
        if (!(channels.get(Channel.EMAIL) instanceof ChannelSettings.Email email)
                || email.bounces().imap().isEmpty()) {
            return Optional.empty();
        }
        ChannelSettings.Imap imap = email.bounces().imap().get();
        var login = new MailLogin(
                Providers.secret(imap.userVariable(), environment),
                Providers.secret(imap.passwordVariable(), environment));
        var settings = new ImapSettings(imap.host(), imap.port(), login, imap.folder(), imap.tls(), MAILBOX_ANSWERS);
        return Optional.of(new ReturnedMailRounds(settings, ReturnedMailRounds.EVERY_MINUTE, reports));
    }

    /** With e-mail that is followed, where the settings ask for it and customers have an address to follow it to. */
    static Map<Channel, Connector> followed(
            Map<Channel, Connector> connectors, Map<Channel, ChannelSettings> channels, Optional<Links> links) {
        if (!(channels.get(Channel.EMAIL) instanceof ChannelSettings.Email email) || links.isEmpty()) {
            return connectors;
        }
        MailTracking asked = email.tracking();
        var tracking = new TrackingSettings(asked.opens(), asked.clicks(), asked.text(), asked.groups());
        if (tracking.isOff()) {
            return connectors;
        }
        var all = new EnumMap<>(connectors);
        all.computeIfPresent(Channel.EMAIL, (channel, carrier) -> new TrackedMail(carrier, links.get(), tracking));
        return Map.copyOf(all);
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
