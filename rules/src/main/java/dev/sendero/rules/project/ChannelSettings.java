package dev.sendero.rules.project;

import dev.sendero.api.connector.AddressRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How one channel reaches its provider. Secrets are never here: only where they are found. */
public sealed interface ChannelSettings {

    /**
     * E-mail.
     *
     * @param smtp where it leaves; empty for the dev mailbox
     * @param dkim how it is signed; empty when the mail server does that, or nobody
     */
    record Email(Optional<Smtp> smtp, Optional<Dkim> dkim, Bounces bounces, MailTracking tracking)
            implements ChannelSettings {}

    /**
     * A mail server.
     *
     * @param from the sender when a template names none
     * @param userVariable the environment variable that holds the user's name; empty without authentication
     * @param passwordVariable the environment variable that holds the password; empty without authentication
     * @param startTls whether the connection must be secured
     * @param implicitTls whether it is secured from its first byte
     * @param callsPerDomain how many mails go to recipients of one domain at the same time at most
     */
    record Smtp(
            String host,
            int port,
            String from,
            String userVariable,
            String passwordVariable,
            boolean startTls,
            boolean implicitTls,
            int callsPerDomain) {

        /** Large mailbox providers take about that many connections of one sender. */
        static final int CALLS_PER_DOMAIN = 20;
    }

    /**
     * A key that signs mail.
     *
     * @param domain in whose name
     * @param selector under which the DNS has the public key
     * @param keyVariable the environment variable that holds the private key; empty when a file does
     * @param keyFile the whole path of the file that holds it; empty when the environment does
     */
    record Dkim(String domain, String selector, String keyVariable, String keyFile) {}

    /**
     * How we hear of mail that did not arrive.
     *
     * @param to the address to which servers send it back; empty for the sender's
     * @param secretVariable the environment variable that holds what {@code /v1/callbacks/email} asks for; empty when
     *     nobody may call it
     * @param imap the mailbox in which it is looked for; empty for none
     */
    record Bounces(String to, String secretVariable, Optional<Imap> imap) {

        static final Bounces UNHEARD = new Bounces("", "", Optional.empty());
    }

    /**
     * A mailbox.
     *
     * @param userVariable the environment variable that holds the user's name
     * @param passwordVariable the environment variable that holds the password
     * @param tls whether the connection is secured from its first byte
     */
    record Imap(String host, int port, String userVariable, String passwordVariable, String folder, boolean tls) {}

    /**
     * Text messages by Twilio.
     *
     * @param account its SID
     * @param tokenVariable the environment variable that holds the account's token
     * @param apiKey the SID of the API key that sends; empty for the account itself
     * @param apiKeySecretVariable the environment variable that holds its secret; empty without an API key
     * @param from the number that sends; empty when a messaging service chooses
     * @param messagingService its SID; empty when a number sends
     * @param perSecond how many messages leave a second at most
     * @param help what is answered to HELP; empty to leave that to Twilio
     * @param url where the API is
     */
    record Twilio(
            String account,
            String tokenVariable,
            String apiKey,
            String apiKeySecretVariable,
            String from,
            String messagingService,
            int perSecond,
            String help,
            String url)
            implements ChannelSettings {}

    /**
     * Channels of Slack.
     *
     * @param tokenVariable the environment variable that holds a bot's token; empty where there are webhooks only
     * @param webhooks by channel, the environment variable that holds the address of its incoming webhook
     * @param perSecond how many messages a channel gets a second at most
     * @param url where the Web API is
     */
    record Slack(String tokenVariable, Map<String, String> webhooks, int perSecond, String url)
            implements ChannelSettings {}

    /**
     * Records in HubSpot.
     *
     * @param url where its API is
     * @param tokenVariable the environment variable that holds the token of a private app
     * @param keys by kind of record, the property with unique values that a step's key is a value of
     * @param noteKey the property of notes with unique values that tells which message a note is of
     */
    record HubSpot(String url, String tokenVariable, Map<String, String> keys, String noteKey)
            implements ChannelSettings {}

    /**
     * Records in Salesforce.
     *
     * @param loginUrl where tokens are given out
     * @param instanceUrl where the API is; empty where the token says so
     * @param clientIdVariable the environment variable that holds the client's id
     * @param clientSecretVariable the environment variable that holds the client's secret
     * @param version of the API, without its decimal
     * @param keys by kind of record, the external id field with unique values that a step's key is a value of
     */
    record Salesforce(
            String loginUrl,
            String instanceUrl,
            String clientIdVariable,
            String clientSecretVariable,
            int version,
            Map<String, String> keys)
            implements ChannelSettings {}

    /**
     * Calls of other systems.
     *
     * @param secretVariable the environment variable that holds the secret that signs, or several
     * @param allowed addresses that are called although they are not public
     */
    record Webhook(String secretVariable, List<AddressRange> allowed) implements ChannelSettings {}
}
