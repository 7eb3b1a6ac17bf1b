package dev.sendero.cli.preview;

import dev.sendero.api.CustomerId;
import dev.sendero.api.Hash;
import dev.sendero.api.JourneyId;
import dev.sendero.api.RunId;
import dev.sendero.api.StepId;
import dev.sendero.api.connector.Connector;
import dev.sendero.api.connector.Delivery;
import dev.sendero.api.connector.Outcome;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.MessageId;
import dev.sendero.api.message.Rendered;
import dev.sendero.cli.process.DataFolder;
import dev.sendero.cli.process.EnvironmentProblem;
import dev.sendero.cli.process.Providers;
import dev.sendero.courier.mailbox.DevMailboxConnector;
import dev.sendero.gateway.preview.PreviewSource.Sent;
import dev.sendero.rules.project.ChannelSettings;
import dev.sendero.rules.project.Project;
import dev.sendero.store.Database;
import dev.sendero.store.mailbox.SqlMailbox;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Sends one previewed message: by the provider that the project's settings name, else into the dev mailbox. */
final class Dispatch {

    /** What the mailbox shows for messages of no journey. */
    private static final String PREVIEW = "preview";

    private final DataFolder data;
    private final Map<String, String> environment;
    private final InstantSource clock;

    /** @param environment where secrets are found */
    Dispatch(DataFolder data, Map<String, String> environment, InstantSource clock) {
        this.data = data;
        this.environment = environment;
        this.clock = clock;
    }

    /** Where messages of a channel go, in words. */
    String destination(Project project, Channel channel) {
        ChannelSettings settings = project.settings().channels().get(channel);
        String mailbox = "the mailbox of 'sendero up'";
        if (settings instanceof ChannelSettings.Email email) {
            return email.smtp().map(smtp -> smtp.host() + ":" + smtp.port()).orElse(mailbox);
        }
        if (settings instanceof ChannelSettings.Twilio twilio) {
            return URI.create(twilio.url()).getAuthority();
        }
        return settings == null ? mailbox : "the provider in sendero.yaml";
    }

    /** @param to empty for the address that it was rendered for */
    Sent send(Project project, Rendered rendered, Sample sample, String to) {
        Rendered addressed = to.isBlank() ? rendered : readdressed(rendered, to.strip());
        try {
            Map<Channel, Connector> providers =
                    Providers.connectors(project.settings().channels(), environment, Optional.empty(), clock);
            Connector provider = providers.get(addressed.channel());
            try {
                return provider == null ? intoMailbox(addressed, sample) : by(provider, addressed, sample);
            } finally {
                providers.values().forEach(Connector::close);
            }
        } catch (EnvironmentProblem missing) {
            return new Sent(false, missing.getMessage() + "; " + missing.hint());
        } catch (IOException unwritable) {
            return new Sent(false, "the mailbox in " + data.root() + " cannot be written");
        }
    }

    private static Rendered readdressed(Rendered rendered, String to) {
        if (rendered instanceof Rendered.Email email) {
            return new Rendered.Email(to, email.from(), email.subject(), email.preheader(), email.text(), email.html());
        }
        return rendered instanceof Rendered.Sms sms ? new Rendered.Sms(to, sms.text()) : rendered;
    }

    private Sent intoMailbox(Rendered addressed, Sample sample) throws IOException {
        Files.createDirectories(data.root());
        try (Database database = Database.sqlite(data.store())) {
            Sent sent = by(
                    new DevMailboxConnector(addressed.channel(), new SqlMailbox(database), clock), addressed, sample);
            return sent.sent() ? new Sent(true, "in the mailbox; 'sendero up' shows it") : sent;
        }
    }

    private Sent by(Connector connector, Rendered addressed, Sample sample) {
        Instant now = clock.instant();
        var delivery = new Delivery(
                new MessageId(Hash.of(64, PREVIEW, now.toString(), addressed.to())),
                new JourneyId(PREVIEW),
                RunId.NONE,
                new StepId(PREVIEW),
                new CustomerId(sample.customer()),
                "",
                addressed,
                now,
                1,
                Optional.empty());
        Outcome outcome = connector.send(delivery);
        if (outcome instanceof Outcome.Accepted) {
            return new Sent(true, "sent to " + addressed.to());
        }
        if (outcome instanceof Outcome.Retryable retryable) {
            return new Sent(false, "not sent: " + retryable.reason());
        }
        if (outcome instanceof Outcome.Postponed postponed) {
            return new Sent(false, "not sent: " + postponed.reason());
        }
        if (outcome instanceof Outcome.OptedOut optedOut) {
            return new Sent(false, "not sent: " + optedOut.reason());
        }
        return outcome instanceof Outcome.Permanent permanent
                ? new Sent(false, "not sent: " + permanent.reason())
                : new Sent(false, "perhaps sent: " + ((Outcome.Ambiguous) outcome).reason());
    }
}
