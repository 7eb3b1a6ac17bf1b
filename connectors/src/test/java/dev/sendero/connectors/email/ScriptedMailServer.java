package dev.sendero.connectors.email;

import dev.sendero.connectors.ServerKeys;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocket;

/**
 * A mail server that answers each command as a test says. The final dot is the command {@code .}; the answers
 * {@link #HANG_UP} and {@link #SILENCE} are no answers.
 */
final class ScriptedMailServer implements AutoCloseable {

    static final String HANG_UP = "hang up";
    static final String SILENCE = "silence";

    private final ServerSocket server;
    private final Optional<ServerKeys> keys;
    private final boolean securedAtOnce;
    private final Map<String, String> answers = new ConcurrentHashMap<>(Map.of("DATA", "354 go on"));
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);

    ScriptedMailServer() throws IOException {
        this(Optional.empty(), false);
    }

    /** One that offers STARTTLS, or is secured from the first byte. */
    static ScriptedMailServer secured(ServerKeys keys, boolean fromFirstByte) throws IOException {
        return new ScriptedMailServer(Optional.of(keys), fromFirstByte);
    }

    private ScriptedMailServer(Optional<ServerKeys> keys, boolean securedAtOnce) throws IOException {
        this.keys = keys;
        this.securedAtOnce = securedAtOnce;
        if (keys.isPresent() && !securedAtOnce) {
            answers.put("EHLO", "250-scripted\r\n250 STARTTLS");
            answers.put("STARTTLS", "220 go on");
        }
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::acceptAll);
    }

    ScriptedMailServer answering(String command, String answer) {
        answers.put(command, answer);
        return this;
    }

    int port() {
        return server.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    List<String> commands() {
        return commands;
    }

    private static void start(Runnable task) {
        var thread = new Thread(task, "mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void acceptAll() {
        try {
            while (true) {
                Socket socket = server.accept();
                sockets.add(socket);
                connections.incrementAndGet();
                start(() -> talk(socket));
            }
        } catch (IOException serverClosed) {
            closed.countDown();
        }
    }

    private void talk(Socket plain) {
        try (plain) {
            Socket socket = securedAtOnce ? secured(plain) : plain;
            if (answer(socket, "greeting", "220 scripted")) {
                converse(socket);
            }
        } catch (IOException clientGone) {
            commands.add("(gone)");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Socket secured(Socket plain) throws IOException {
        var socket = (SSLSocket)
                keys.orElseThrow().context().getSocketFactory().createSocket(plain, "client", plain.getPort(), true);
        socket.setUseClientMode(false);
        socket.startHandshake();
        commands.add("(secured)");
        return socket;
    }

    private void converse(Socket socket) throws IOException, InterruptedException {
        try (var lines =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            boolean goesOn = true;
            for (String line = goesOn ? lines.readLine() : null;
                    line != null;
                    line = goesOn ? lines.readLine() : null) {
                commands.add(line);
                String command = line.split("[ :]")[0].toUpperCase(Locale.ROOT);
                goesOn = answer(socket, command, "250 OK");
                if (goesOn && command.equals("DATA") && answers.get("DATA").startsWith("354")) {
                    goesOn = readData(lines) && answer(socket, ".", "250 queued as 7");
                }
                if (goesOn && command.equals("STARTTLS") && keys.isPresent()) {
                    converse(secured(socket));
                    return;
                }
            }
        }
    }

    private static boolean readData(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.equals(".")) {
            line = lines.readLine();
        }
        return line != null;
    }

    /** @return whether the conversation goes on */
    private boolean answer(Socket socket, String command, String usual) throws IOException, InterruptedException {
        String answer = answers.getOrDefault(command, usual);
        if (answer.equals(HANG_UP)) {
            return false;
        }
        if (answer.equals(SILENCE)) {
            closed.await();
            return false;
        }
        socket.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
        return true;
    }

    /** Ends the connections that clients keep. */
    void hangUpOnAll() {
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        hangUpOnAll();
    }
}
