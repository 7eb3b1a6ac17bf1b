package dev.sendero.connectors.webhook;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.sendero.connectors.ServerKeys;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLSocketFactory;

/** A receiver on this machine whose certificate names {@code hooks.example.com}; it remembers by which names it was called. */
final class SecureReceiver implements AutoCloseable {

    static final String NAME = "hooks.example.com";

    private final HttpsServer server;
    private final ServerKeys keys;
    private final List<String> names = new CopyOnWriteArrayList<>();

    SecureReceiver(Path folder) throws IOException, GeneralSecurityException {
        this.keys = ServerKeys.of(NAME, folder);
        this.server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(keys.context()));
        server.createContext("/", exchange -> {
            var session = (ExtendedSSLSession) ((com.sun.net.httpserver.HttpsExchange) exchange).getSSLSession();
            session.getRequestedServerNames().forEach(name -> names.add(((SNIHostName) name).getAsciiName()));
            names.add(exchange.getRequestHeaders().getFirst("Host"));
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** The server name of TLS and the header {@code Host} of each call. */
    List<String> names() {
        return names;
    }

    /** Trusts this receiver's certificate and no other. */
    SSLSocketFactory trusting() {
        return keys.trusting();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
