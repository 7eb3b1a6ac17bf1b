package dev.sendero.connectors;

/** How a provider may treat a request. */
public enum ProviderBehaviour {
    /** Takes it and says so. */
    ACCEPTS,
    /** Says that it cannot now. */
    IS_BUSY,
    /** Says that it never will. */
    REFUSES,
    /** Says that it does not know who calls. */
    REFUSES_CREDENTIALS,
    /** Says that the recipient does not exist. */
    KNOWS_NO_SUCH_RECIPIENT,
    /** Reads the whole request and closes the connection. */
    HANGS_UP,
    /** Reads the whole request and says nothing. */
    IS_SILENT
}
