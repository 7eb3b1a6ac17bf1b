package dev.sendero.benchmarks.courier;

import dev.sendero.api.connector.Connector;
import dev.sendero.connectors.email.MailLogin;
import dev.sendero.connectors.email.MailServer;
import dev.sendero.connectors.email.SmtpConnector;
import dev.sendero.connectors.email.SmtpEncryption;
import dev.sendero.connectors.email.SmtpSettings;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** A mail server that takes every mail and keeps none. */
final class SmtpServer implements Provider {

    private final ServerSocket socket;
    private final AtomicLong taken = new AtomicLong();

    SmtpServer() throws IOException {
        socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "smtp-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                daemon(() -> serve(client));
            }
        } catch (IOException closed) {
            // This is how it ends.
            return;
        }
    }

    private void serve(Socket client) {
        try (client;
                var lines = new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
                var answers = new BufferedOutputStream(client.getOutputStream())) {
            client.setTcpNoDelay(true);
            answer(answers, "220 bench");
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.toUpperCase(Locale.ROOT).startsWith("DATA")) {
                    answer(answers, "354 go on");
                    readMail(lines);
                    taken.incrementAndGet();
                    answer(answers, "250 taken");
                } else if (line.toUpperCase(Locale.ROOT).startsWith("QUIT")) {
                    answer(answers, "221 bye");
                    return;
                } else {
                    answer(answers, "250 bench");
                }
            }
        } catch (IOException gone) {
            // The client has gone, and with it what was to be answered.
            return;
        }
    }

    private static void readMail(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.equals(".")) {
            line = lines.readLine();
        }
    }

    private static void answer(OutputStream answers, String line) throws IOException {
        answers.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        answers.flush();
    }

    @Override
    public Connector connector() {
        MailServer server = MailServer.of("127.0.0.1", socket.getLocalPort(), MailLogin.NONE)
                .with(SmtpEncryption.OPTIONAL);
        return new SmtpConnector(SmtpSettings.of(server, "shop@example.com"), InstantSource.system());
    }

    @Override
    public long taken() {
        return taken.get();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            // There is nothing more to let go of.
            return;
        }
    }
}
