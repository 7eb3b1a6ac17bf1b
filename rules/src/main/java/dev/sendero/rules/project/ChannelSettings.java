package dev.sendero.rules.project;

/** How one channel reaches its provider. Secrets are never here: only where they are found. */
public sealed interface ChannelSettings {

    /**
     * E-mail over SMTP.
     *
     * @param from the sender when a template names none
     * @param userVariable the environment variable that holds the user's name; empty without authentication
     * @param passwordVariable the environment variable that holds the password; empty without authentication
     * @param startTls whether the connection must be secured
     */
    record Smtp(String host, int port, String from, String userVariable, String passwordVariable, boolean startTls)
            implements ChannelSettings {}
}
