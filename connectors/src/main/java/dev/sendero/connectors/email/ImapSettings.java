package dev.sendero.connectors.email;

import java.time.Duration;

/**
 * A mailbox that we look into.
 *
 * @param login never {@link MailLogin#NONE}
 * @param tls whether the connection is secured from its first byte
 * @param answerTimeout how long the server may take to connect and to answer
 */
public record ImapSettings(
        String host, int port, MailLogin login, String folder, boolean tls, Duration answerTimeout) {}
