package dev.sendero.cli.process;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Another system on this machine: it takes every call, answers as a HubSpot that has done it all, and remembers. */
final class LoopbackReceiver implements AutoCloseable {

    /** @param headers by name in lower case */
    record Request(String path, Map<String, String> headers, String body) {}

    private final HttpServer server;
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    LoopbackReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(new Request(exchange.getRequestURI().toString(), headers, body));
            byte[] answer = "{\"status\":\"COMPLETE\",\"results\":[{\"id\":\"7\",\"properties\":{}}]}"
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Request> requestsOf(String path) {
        return requests.stream().filter(request -> request.path().equals(path)).toList();
    }

    Optional<Request> firstOf(String path) {
        return requestsOf(path).stream().findFirst();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
