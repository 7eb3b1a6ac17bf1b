package dev.sendero.cli.process;

import dev.sendero.api.connector.Connector;
import dev.sendero.connectors.crm.hubspot.HubSpotConnector;
import dev.sendero.connectors.crm.hubspot.HubSpotSettings;
import dev.sendero.connectors.crm.salesforce.SalesforceConnector;
import dev.sendero.connectors.crm.salesforce.SalesforceSettings;
import dev.sendero.connectors.webhook.WebhookConnector;
import dev.sendero.connectors.webhook.WebhookSettings;
import dev.sendero.rules.project.ChannelSettings;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** The connectors to systems that keep records or are called. */
final class ActionProviders {

    private ActionProviders() {}

    /**
     * @param clock the time of day
     * @return empty for other channels
     */
    static Optional<Connector> connector(ChannelSettings settings, Map<String, String> environment, InstantSource clock)
            throws EnvironmentProblem {
        if (settings instanceof ChannelSettings.Webhook webhook) {
            return Optional.of(new WebhookConnector(settings(webhook, environment), clock));
        }
        if (settings instanceof ChannelSettings.HubSpot hubSpot) {
            String token = Providers.secret(hubSpot.tokenVariable(), environment);
            return Optional.of(new HubSpotConnector(
                    HubSpotSettings.of(URI.create(hubSpot.url()), token, hubSpot.keys(), hubSpot.noteKey()), clock));
        }
        if (settings instanceof ChannelSettings.Salesforce salesforce) {
            return Optional.of(new SalesforceConnector(
                    SalesforceSettings.of(
                            salesforce.loginUrl(),
                            salesforce.instanceUrl(),
                            Providers.secret(salesforce.clientIdVariable(), environment),
                            Providers.secret(salesforce.clientSecretVariable(), environment),
                            salesforce.version(),
                            salesforce.keys()),
                    clock));
        }
        return Optional.empty();
    }

    private static WebhookSettings settings(ChannelSettings.Webhook webhook, Map<String, String> environment)
            throws EnvironmentProblem {
        String secret = Providers.secret(webhook.secretVariable(), environment);
        try {
            return WebhookSettings.of(secret, webhook.allowed());
        } catch (IllegalArgumentException unusable) {
            throw new EnvironmentProblem(
                    "the environment variable " + webhook.secretVariable() + " holds no secret of Standard Webhooks",
                    "make one: export " + webhook.secretVariable() + "=whsec_$(openssl rand -base64 32)");
        }
    }
}
