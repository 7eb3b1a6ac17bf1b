package dev.sendero.connectors.email;

/** How a connection to a mail server is secured. */
public enum SmtpEncryption {
    /** By STARTTLS (RFC 3207), or nothing is sent. */
    STARTTLS,
    /** From its first byte (RFC 8314, 3.3), as a rule at port 465. */
    IMPLICIT,
    /** Where the server offers it: mail and password may be read on the way. */
    OPTIONAL
}
