package dev.sendero.faults.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** A provider that is called by HTTP: all but the words that it uses. */
abstract class HttpProvider implements Provider {

    private static final int BACKLOG = 500;

    private final Target target;
    private final Arrivals arrivals = new Arrivals();
    private final HttpServer server;
    private final ExecutorService threads;
    private volatile Conduct conduct = new Conduct(Behaviour.NORMAL);

    HttpProvider(Target target) throws IOException {
        // Without it each answer on a kept connection waits for the client's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        this.target = target;
        threads = Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "provider-" + target.title());
            thread.setDaemon(true);
            return thread;
        });
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** The answer to what is about no message, such as a login or a question; empty when it is about one. */
    abstract Optional<HttpAnswer> aside(HttpRequest request);

    abstract String customerOf(HttpRequest request);

    /** Does it, and tells what makes it another effect than those before; see {@link Arrivals#take}. */
    abstract String carryOut(HttpRequest request, Instant at);

    /** What it says when it has done it. */
    abstract HttpAnswer taken(HttpRequest request);

    /** What it says when it has not, in the words that it has for such a status. */
    abstract String refusal(int status);

    private void handle(HttpExchange exchange) throws IOException {
        // What is closed before it is answered ends the connection.
        try (exchange) {
            HttpRequest request = HttpRequest.of(exchange);
            Optional<HttpAnswer> answer = aside(request);
            if (answer.isEmpty()) {
                answer = answerTo(request);
            }
            if (answer.isPresent()) {
                answer.get().over(exchange);
            }
        }
    }

    /** Empty to hang up. */
    private Optional<HttpAnswer> answerTo(HttpRequest request) {
        Conduct now = conduct;
        Reaction reaction = now.towards(customerOf(request));
        if (reaction instanceof Reaction.Take take) {
            takeIf(true, request);
            LockSupport.parkNanos(take.after().toNanos());
            return Optional.of(taken(request));
        }
        if (reaction instanceof Reaction.Refuse refuse) {
            return Optional.of(new HttpAnswer(refuse.status(), refusal(refuse.status()), refuse.retryAfter()));
        }
        if (reaction instanceof Reaction.Break broken) {
            takeIf(broken.taken(), request);
            return Optional.of(HttpAnswer.of(broken.status(), refusal(broken.status())));
        }
        if (reaction instanceof Reaction.Drop drop) {
            takeIf(drop.taken(), request);
        } else if (reaction instanceof Reaction.Hang hang) {
            takeIf(hang.taken(), request);
            now.awaitEnd();
        }
        return Optional.empty();
    }

    private void takeIf(boolean taken, HttpRequest request) {
        if (taken) {
            Instant now = Instant.now();
            arrivals.take(customerOf(request), carryOut(request, now), now);
        }
    }

    /** {@code http://127.0.0.1:PORT} */
    final String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public final Target target() {
        return target;
    }

    @Override
    public final Arrivals arrivals() {
        return arrivals;
    }

    @Override
    public final void behave(Behaviour behaviour) {
        Conduct before = conduct;
        conduct = new Conduct(behaviour);
        before.end();
    }

    @Override
    public final void close() {
        conduct.end();
        server.stop(0);
        threads.shutdownNow();
    }
}
