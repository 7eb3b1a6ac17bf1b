package dev.sendero.cli.process;

import dev.sendero.api.connector.CallbackReader;
import dev.sendero.connectors.slack.SlackSettings;
import dev.sendero.connectors.sms.TwilioCallbacks;
import dev.sendero.connectors.sms.TwilioSettings;
import dev.sendero.connectors.sms.TwilioSettings.Sender;
import dev.sendero.rules.project.ChannelSettings;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Makes the settings of the connectors of text messages and of Slack from those of a project. */
final class TextProviders {

    private static final String CALLBACKS = "/v1/callbacks/" + TwilioCallbacks.NAME;

    private TextProviders() {}

    /** Twilio refuses a message whose callbacks would go to its own machine. */
    private static boolean isReachableFrom(URI provider, URI gateway) {
        return isThisMachine(provider) || !isThisMachine(gateway);
    }

    private static boolean isThisMachine(URI address) {
        String host = String.valueOf(address.getHost());
        return host.equals("localhost") || host.equals("[::1]") || host.startsWith("127.");
    }

    /**
     * @param gateway where Twilio reaches the gateway, without a path; empty when it is not to call it
     * @throws EnvironmentProblem when a secret that the settings name is not there
     */
    static TwilioSettings settings(
            ChannelSettings.Twilio twilio, Map<String, String> environment, Optional<URI> gateway)
            throws EnvironmentProblem {
        boolean byKey = !twilio.apiKey().isEmpty();
        Sender sender = twilio.from().isEmpty()
                ? new Sender.Service(twilio.messagingService())
                : new Sender.Number(twilio.from());
        URI url = URI.create(twilio.url());
        TwilioSettings settings = TwilioSettings.of(
                        twilio.account(),
                        byKey ? twilio.apiKey() : twilio.account(),
                        Providers.secret(byKey ? twilio.apiKeySecretVariable() : twilio.tokenVariable(), environment),
                        sender,
                        twilio.perSecond())
                .at(url);
        return gateway.filter(ours -> isReachableFrom(url, ours))
                .map(ours -> settings.calledBackAt(ours.resolve(CALLBACKS)))
                .orElse(settings);
    }

    /** @throws EnvironmentProblem when a secret that the settings name is not there */
    static CallbackReader callbacks(ChannelSettings.Twilio twilio, Map<String, String> environment)
            throws EnvironmentProblem {
        return new TwilioCallbacks(Providers.secret(twilio.tokenVariable(), environment), twilio.help());
    }

    /** @throws EnvironmentProblem when a secret that the settings name is not there, or is no address */
    static SlackSettings settings(ChannelSettings.Slack slack, Map<String, String> environment)
            throws EnvironmentProblem {
        var webhooks = new LinkedHashMap<String, URI>();
        for (Map.Entry<String, String> webhook : slack.webhooks().entrySet()) {
            webhooks.put(webhook.getKey(), address(webhook.getValue(), environment));
        }
        String token = slack.tokenVariable().isEmpty() ? "" : Providers.secret(slack.tokenVariable(), environment);
        return SlackSettings.of(token, webhooks).at(URI.create(slack.url())).withRate(slack.perSecond());
    }

    private static URI address(String variable, Map<String, String> environment) throws EnvironmentProblem {
        String text = Providers.secret(variable, environment);
        if (!text.matches("https?://[^\\s/]+/\\S*")) {
            throw new EnvironmentProblem(
                    "the environment variable " + variable + " holds no address of a webhook of Slack",
                    "set it: export " + variable + "=https://hooks.slack.com/services/…");
        }
        return URI.create(text);
    }
}
