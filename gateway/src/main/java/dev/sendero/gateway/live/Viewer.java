package dev.sendero.gateway.live;

/** One open page. Calls of one viewer never overlap. */
public interface Viewer {

    /**
     * May block while the page's connection is slow.
     *
     * @param event the kind, as the page knows it
     * @param json the payload
     */
    void send(String event, String json);

    boolean isGone();

    void close();
}
