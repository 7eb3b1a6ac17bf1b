package dev.sendero.connectors;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A provider that speaks HTTP/1.1 on a free port of this machine, and does with each request as a test says. */
public final class ScriptedProvider implements AutoCloseable {

    /** What is done with a request that has been read whole. */
    public sealed interface Reaction {}

    /** @param headers beside those of the length */
    public record Answer(int status, Map<String, String> headers, String body) implements Reaction {

        public static Answer of(int status, String body) {
            return new Answer(status, Map.of("Content-Type", "application/json"), body);
        }

        public Answer with(String header, String value) {
            var more = new TreeMap<>(headers);
            more.put(header, value);
            return new Answer(status, more, body);
        }
    }

    /** Reactions that are no answers. */
    public enum Rudeness implements Reaction {
        HANGS_UP,
        IS_SILENT
    }

    /** @param target path and query, as they were sent @param headers by name in lower case */
    public record Request(String method, String target, Map<String, String> headers, String body) {

        /** The values of a form, by name. */
        public Map<String, String> form() {
            var values = new TreeMap<String, String>();
            for (String pair : body.split("&")) {
                String[] parts = pair.split("=", 2);
                values.put(
                        URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                        parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
            return values;
        }
    }

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Function<Request, Reaction> script;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);

    public ScriptedProvider(Function<Request, Reaction> script) throws IOException {
        this.script = script;
        start(this::acceptAll);
    }

    /** {@code http://127.0.0.1:PORT} */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** In the order in which they had been read. */
    public List<Request> requests() {
        return requests;
    }

    public int connections() {
        return connections.get();
    }

    private static void start(Runnable task) {
        var thread = new Thread(task, "scripted-provider");
        thread.setDaemon(true);
        thread.start();
    }

    private void acceptAll() {
        try {
            while (true) {
                Socket socket = server.accept();
                sockets.add(socket);
                connections.incrementAndGet();
                start(() -> serve(socket));
            }
        } catch (IOException serverClosed) {
            closed.countDown();
        }
    }

    private void serve(Socket socket) {
        try (socket;
                var input = new BufferedInputStream(socket.getInputStream())) {
            boolean goesOn = true;
            while (goesOn) {
                String head = readHead(input);
                goesOn = !head.isEmpty() && answer(socket, requestOf(head, input));
            }
        } catch (IOException clientGone) {
            sockets.remove(socket);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return whether another request may come on the connection */
    private boolean answer(Socket socket, Request request) throws IOException, InterruptedException {
        requests.add(request);
        Reaction reaction = script.apply(request);
        if (reaction == Rudeness.IS_SILENT) {
            closed.await();
        }
        if (!(reaction instanceof Answer answer)) {
            return false;
        }
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        var text = new StringBuilder("HTTP/1.1 " + answer.status() + " Scripted\r\n");
        answer.headers().forEach((name, value) -> text.append(name + ": " + value + "\r\n"));
        text.append("Content-Length: " + body.length + "\r\n\r\n");
        var bytes = new ByteArrayOutputStream();
        bytes.write(text.toString().getBytes(StandardCharsets.US_ASCII));
        bytes.write(body);
        socket.getOutputStream().write(bytes.toByteArray());
        return true;
    }

    /** Request line and headers; empty at the end of the connection. */
    private static String readHead(InputStream input) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = input.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static Request requestOf(String head, InputStream input) throws IOException {
        String[] lines = head.split("\r\n");
        String[] first = lines[0].split(" ");
        var headers = new TreeMap<String, String>();
        for (int line = 1; line < lines.length; line++) {
            String[] parts = lines[line].split(":", 2);
            headers.put(parts[0].strip().toLowerCase(Locale.ROOT), parts[1].strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        return new Request(first[0], first[1], headers, new String(input.readNBytes(length), StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
