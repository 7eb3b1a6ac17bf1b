package dev.sendero.faults.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A system that is called by webhooks, and knows a repeated call by its {@code webhook-id}. */
public final class WebhookReceiver implements Provider {

    private static final String SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

    private record Conduct(Behaviour behaviour, AtomicInteger calls, CountDownLatch end) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "webhook-receiver");
        thread.setDaemon(true);
        return thread;
    });
    private final Arrivals arrivals = new Arrivals();
    private volatile Conduct conduct = new Conduct(Behaviour.NORMAL, new AtomicInteger(), new CountDownLatch(1));

    public WebhookReceiver() throws IOException {
        // Without it each answer on a kept connection waits for the client's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            String customer = exchange.getRequestURI().getPath().substring(1);
            Conduct now = conduct;
            Reaction reaction =
                    now.behaviour().to(new Behaviour.Call(now.calls().incrementAndGet(), customer));
            if (reaction instanceof Reaction.Take take) {
                take(exchange, customer);
                LockSupport.parkNanos(take.after().toNanos());
                exchange.sendResponseHeaders(204, -1);
            } else if (reaction instanceof Reaction.Refuse refuse) {
                refuse(exchange, refuse);
            } else if (reaction instanceof Reaction.Drop drop) {
                takeIf(drop.taken(), exchange, customer);
            } else if (reaction instanceof Reaction.Hang hang) {
                takeIf(hang.taken(), exchange, customer);
                await(now.end());
            }
        }
    }

    private static void refuse(HttpExchange exchange, Reaction.Refuse refuse) throws IOException {
        if (!refuse.retryAfter().isZero()) {
            exchange.getResponseHeaders()
                    .set("Retry-After", Long.toString(refuse.retryAfter().toSeconds()));
        }
        byte[] body = "no".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(refuse.status(), body.length);
        exchange.getResponseBody().write(body);
    }

    private void takeIf(boolean taken, HttpExchange exchange, String customer) {
        if (taken) {
            take(exchange, customer);
        }
    }

    private void take(HttpExchange exchange, String customer) {
        arrivals.take(customer, exchange.getRequestHeaders().getFirst("webhook-id"), Instant.now());
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Target target() {
        return Target.WEBHOOK;
    }

    @Override
    public String settings() {
        return """
                webhook:
                  secret_env: FAULTS_WEBHOOK_SECRET
                  allow: [127.0.0.0/8]
                """;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("FAULTS_WEBHOOK_SECRET", SECRET);
    }

    @Override
    public String step() {
        return """
                - webhook:
                    url: http://127.0.0.1:%d/{{ profile.id }}
                    body: { customer: "{{ profile.id }}" }
                """.formatted(server.getAddress().getPort());
    }

    @Override
    public Arrivals arrivals() {
        return arrivals;
    }

    @Override
    public void behave(Behaviour behaviour) {
        Conduct before = conduct;
        conduct = new Conduct(behaviour, new AtomicInteger(), new CountDownLatch(1));
        before.end().countDown();
    }

    @Override
    public void close() {
        conduct.end().countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
