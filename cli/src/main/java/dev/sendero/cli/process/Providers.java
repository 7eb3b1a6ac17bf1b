package dev.sendero.cli.process;

import dev.sendero.api.connector.CallbackReader;
import dev.sendero.api.connector.Connector;
import dev.sendero.api.message.Channel;
import dev.sendero.connectors.email.SmtpConnector;
import dev.sendero.connectors.email.SmtpSettings;
import dev.sendero.connectors.slack.SlackConnector;
import dev.sendero.connectors.slack.SlackSettings;
import dev.sendero.connectors.sms.TwilioConnector;
import dev.sendero.connectors.sms.TwilioSettings;
import dev.sendero.rules.project.ChannelSettings;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The connectors of the providers that a project's settings name. */
public final class Providers {

    /** What other systems compare with their own clocks, also where this one's follows the events. */
    private static final InstantSource TIME_OF_DAY = InstantSource.system();

    private Providers() {}

    /**
     * @param environment where secrets are found
     * @param gateway where providers reach the gateway, without a path; empty when they are not to call it
     * @throws EnvironmentProblem when a secret that the settings name is not there
     */
    public static Map<Channel, Connector> connectors(
            Map<Channel, ChannelSettings> channels,
            Map<String, String> environment,
            Optional<URI> gateway,
            InstantSource clock)
            throws EnvironmentProblem {
        var connectors = new EnumMap<Channel, Connector>(Channel.class);
        for (Map.Entry<Channel, ChannelSettings> channel : channels.entrySet()) {
            if (channel.getValue() instanceof ChannelSettings.Email email
                    && email.smtp().isPresent()) {
                SmtpSettings settings =
                        MailProvider.settings(email, email.smtp().get(), environment);
                connectors.put(channel.getKey(), new SmtpConnector(settings, clock));
            } else if (channel.getValue() instanceof ChannelSettings.Twilio twilio) {
                TwilioSettings settings = TextProviders.settings(twilio, environment, gateway);
                connectors.put(channel.getKey(), new TwilioConnector(settings, TIME_OF_DAY, System::nanoTime));
            } else if (channel.getValue() instanceof ChannelSettings.Slack slack) {
                SlackSettings settings = TextProviders.settings(slack, environment);
                connectors.put(channel.getKey(), new SlackConnector(settings, TIME_OF_DAY, System::nanoTime));
            } else {
                ActionProviders.connector(channel.getValue(), environment, TIME_OF_DAY)
                        .ifPresent(connector -> connectors.put(channel.getKey(), connector));
            }
        }
        return connectors;
    }

    /**
     * What understands the providers that call on their own account.
     *
     * @param environment where secrets are found
     * @throws EnvironmentProblem when a secret that the settings name is not there
     */
    static List<CallbackReader> callbacks(Map<Channel, ChannelSettings> channels, Map<String, String> environment)
            throws EnvironmentProblem {
        var readers = new ArrayList<CallbackReader>();
        for (ChannelSettings channel : channels.values()) {
            if (channel instanceof ChannelSettings.Email email) {
                MailProvider.callbacks(email, environment).ifPresent(readers::add);
            } else if (channel instanceof ChannelSettings.Twilio twilio) {
                readers.add(TextProviders.callbacks(twilio, environment));
            }
        }
        return List.copyOf(readers);
    }

    /** @throws EnvironmentProblem when it is not there */
    static String secret(String variable, Map<String, String> environment) throws EnvironmentProblem {
        String value = environment.getOrDefault(variable, "");
        if (value.isEmpty()) {
            throw new EnvironmentProblem(
                    "sendero.yaml reads a secret from the environment variable " + variable + ", which is not set",
                    "set it: export " + variable + "=…");
        }
        return value;
    }
}
