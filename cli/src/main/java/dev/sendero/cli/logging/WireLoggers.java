package dev.sendero.cli.logging;

import java.util.List;

/**
 * The loggers of libraries that tell, below a warning, what goes over a wire or into a database: headers
 * with secrets, addresses, texts. Their children are meant with them.
 */
final class WireLoggers {

    private static final List<String> NAMES = List.of(
            // The gateway's server: headers, and the beginning and end of each body.
            "org.eclipse.jetty",
            // Of web clients: headers, the JDK's at the level of information, and some of them bodies.
            "jdk.httpclient",
            "jdk.internal.httpclient",
            "sun.net.www.protocol.http",
            "okhttp3",
            "org.apache.hc",
            "org.apache.http",
            // Of providers: requests, and the address of a webhook.
            "com.twilio",
            "com.slack",
            // Of mail: every line of the conversation.
            "org.eclipse.angus",
            "com.sun.mail",
            "jakarta.mail",
            // The driver of PostgreSQL: the values of each statement.
            "org.postgresql",
            // The web server of the JDK.
            "com.sun.net.httpserver",
            "sun.net.httpserver");

    private WireLoggers() {}

    static List<String> names() {
        return NAMES;
    }

    static boolean contain(String logger) {
        return NAMES.stream()
                .anyMatch(name -> logger.startsWith(name)
                        && (logger.length() == name.length() || logger.charAt(name.length()) == '.'));
    }
}
