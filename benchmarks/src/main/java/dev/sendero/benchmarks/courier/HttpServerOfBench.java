package dev.sendero.benchmarks.courier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sendero.api.connector.Connector;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.MessageId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** A receiver of calls over HTTP that answers 204 at once. */
final class HttpServerOfBench implements Provider {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "http-server");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicLong taken = new AtomicLong();
    private final Consumer<MessageId> arrivals;

    /** @param arrivals hears of every message as it comes in, from many threads */
    HttpServerOfBench(Consumer<MessageId> arrivals) throws IOException {
        // Without it each answer on a kept connection waits for the client's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        this.arrivals = arrivals;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            arrivals.accept(new MessageId(exchange.getRequestHeaders().getFirst(HttpCaller.MESSAGE)));
            taken.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
        }
    }

    @Override
    public Connector connector() {
        return new HttpCaller(
                Channel.WEBHOOK,
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"));
    }

    @Override
    public long taken() {
        return taken.get();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
