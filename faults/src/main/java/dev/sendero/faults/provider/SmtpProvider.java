package dev.sendero.faults.provider;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A mail server, which delivers a mail as often as it gets it. What it is told to do, it does after the final dot. */
public final class SmtpProvider implements Provider {

    private static final String USER = "canary-user-of-smtp";
    private static final String PASSWORD = "canary-password-of-smtp";
    private static final int BACKLOG = 500;

    private final ServerSocket server;
    private final Arrivals arrivals = new Arrivals();
    private final AtomicInteger mails = new AtomicInteger();
    private volatile Conduct conduct = new Conduct(Behaviour.NORMAL);

    public SmtpProvider() throws IOException {
        server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "provider-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
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
                        new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
            client.setTcpNoDelay(true);
            converse(lines, client.getOutputStream());
        } catch (IOException gone) {
            // The client has gone, and with it what was to be answered.
            return;
        }
    }

    private void converse(BufferedReader lines, OutputStream answers) throws IOException {
        say(answers, "220 faults");
        String customer = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            switch (line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT)) {
                case "EHLO" -> say(answers, "250-faults\r\n250 AUTH PLAIN LOGIN");
                case "AUTH" -> say(answers, "235 welcome");
                case "RCPT" -> {
                    customer = line.substring(line.indexOf('<') + 1, line.indexOf('@'));
                    say(answers, "250 known");
                }
                case "DATA" -> {
                    say(answers, "354 go on");
                    if (!readMail(lines) || !answer(customer, answers)) {
                        return;
                    }
                }
                case "QUIT" -> {
                    say(answers, "221 bye");
                    return;
                }
                default -> say(answers, "250 fine");
            }
        }
    }

    /** @return whether it has come to its end */
    private static boolean readMail(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.equals(".")) {
            line = lines.readLine();
        }
        return line != null;
    }

    /** @return whether the conversation goes on */
    private boolean answer(String customer, OutputStream answers) throws IOException {
        Conduct now = conduct;
        Reaction reaction = now.towards(customer);
        if (reaction instanceof Reaction.Take take) {
            takeIf(true, customer);
            LockSupport.parkNanos(take.after().toNanos());
            say(answers, "250 taken");
            return true;
        }
        if (reaction instanceof Reaction.Refuse refuse) {
            say(answers, refuse.status() + " " + refuse.status() / 100 + ".3.0 no");
            return true;
        }
        if (reaction instanceof Reaction.Break broken) {
            takeIf(broken.taken(), customer);
            say(answers, broken.status() + " " + broken.status() / 100 + ".3.0 broken");
        } else if (reaction instanceof Reaction.Drop drop) {
            takeIf(drop.taken(), customer);
        } else if (reaction instanceof Reaction.Hang hang) {
            takeIf(hang.taken(), customer);
            now.awaitEnd();
        }
        return false;
    }

    /** The same mail again is another mail to whoever reads it. */
    private void takeIf(boolean taken, String customer) {
        if (taken) {
            arrivals.take(customer, Integer.toString(mails.incrementAndGet()), Instant.now());
        }
    }

    private static void say(OutputStream answers, String words) throws IOException {
        answers.write((words + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        answers.flush();
    }

    @Override
    public Target target() {
        return Target.SMTP;
    }

    @Override
    public String settings() {
        return """
                email:
                  smtp:
                    host: 127.0.0.1
                    port: %d
                    from: Faults <faults@example.com>
                    user_env: FAULTS_SMTP_USER
                    password_env: FAULTS_SMTP_PASSWORD
                    starttls: false
                """.formatted(server.getLocalPort());
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("FAULTS_SMTP_USER", USER, "FAULTS_SMTP_PASSWORD", PASSWORD);
    }

    @Override
    public String step() {
        return """
                - id: mail
                  email: { template: hello, group: transactional, to: "{{ profile.id }}@example.com" }
                """;
    }

    @Override
    public Map<String, String> files() {
        return Map.of("templates/hello.liquid", """
                ---
                subject: "Hello {{ run.came.properties.canary }}"
                ---
                <!doctype html>
                <html lang="en"><body><p>{{ profile.id }}, you were here.</p></body></html>
                """);
    }

    @Override
    public Arrivals arrivals() {
        return arrivals;
    }

    @Override
    public void behave(Behaviour behaviour) {
        Conduct before = conduct;
        conduct = new Conduct(behaviour);
        before.end();
    }

    @Override
    public void close() {
        conduct.end();
        try {
            server.close();
        } catch (IOException alreadyClosed) {
            // There is nothing more to let go of.
            return;
        }
    }
}
