package dev.sendero.gateway.preview;

/** What the page shows, as the project's files say it now. Safe for many threads. */
public interface PreviewSource {

    /** @param sample the index of one of the {@link PreviewView#samples}; the first is shown for one that is not there */
    PreviewView view(int sample);

    /**
     * Sends one of the messages that the page shows.
     *
     * @param sample as in {@link #view}
     * @param locale one of the view's messages
     * @param to the address to send it to; empty for the sample's
     */
    Sent send(int sample, String locale, String to);

    /**
     * What became of it.
     *
     * @param sent whether a provider or the mailbox has taken it
     * @param text a sentence for the person who asked
     */
    record Sent(boolean sent, String text) {}
}
