package dev.sendero.connectors.email;

/** The server that mail is handed to. */
public record MailServer(String host, int port, MailLogin login, SmtpEncryption encryption, SmtpTimeouts timeouts) {

    /** With STARTTLS and the timeouts of the standard. */
    public static MailServer of(String host, int port, MailLogin login) {
        return new MailServer(host, port, login, SmtpEncryption.STARTTLS, SmtpTimeouts.STANDARD);
    }

    public MailServer with(SmtpEncryption other) {
        return new MailServer(host, port, login, other, timeouts);
    }

    public MailServer with(SmtpTimeouts others) {
        return new MailServer(host, port, login, encryption, others);
    }
}
