package dev.sendero.connectors.email;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Postfix of our own, with everything in a folder that goes with it; a Postfix that serves this machine is not touched.
 * It has mailboxes {@code ada@example.com} and {@code bounces@example.com}, tells {@code later@example.com} to come back,
 * and passes on what is for {@code elsewhere.example}.
 */
final class Postfix {

    private static final Path PROGRAM = Path.of("/usr/sbin/postfix");

    private static final String MAIN = """
            compatibility_level = 3.6
            queue_directory = FOLDER/spool
            data_directory = FOLDER/data
            command_directory = /usr/sbin
            daemon_directory = /usr/lib/postfix/sbin
            mail_owner = postfix
            setgid_group = postdrop
            maillog_file = FOLDER/mail.log
            maillog_file_prefixes = FOLDER
            inet_interfaces = 127.0.0.1
            inet_protocols = ipv4
            myhostname = mx.example.com
            mydestination =
            mynetworks = 127.0.0.0/8
            alias_maps =
            alias_database =
            virtual_mailbox_domains = example.com
            virtual_mailbox_base = FOLDER/mail
            virtual_mailbox_maps = inline:{ {ada@example.com = ada/}, {bounces@example.com = bounces/}, {later@example.com = x/} }
            virtual_uid_maps = static:UID
            virtual_gid_maps = static:GID
            smtpd_recipient_restrictions =
              check_recipient_access inline:{ {later@example.com = DEFER 4.2.1 come back} }, permit_mynetworks, reject
            transport_maps = inline:{ {elsewhere.example = smtp:[127.0.0.1]:NEXT} }
            delay_warning_time = 1s
            queue_run_delay = 1s
            minimal_backoff_time = 1s
            maximal_backoff_time = 2s
            """;

    private static final String MASTER = """
            127.0.0.1:PORT inet n - n - - smtpd
            cleanup unix n - n - 0 cleanup
            qmgr unix n - n 300 1 qmgr
            rewrite unix - - n - - trivial-rewrite
            bounce unix - - n - 0 bounce
            defer unix - - n - 0 bounce
            trace unix - - n - 0 bounce
            verify unix - - n - 1 verify
            flush unix n - n 1000? 0 flush
            proxymap unix - - n - - proxymap
            smtp unix - - n - - smtp
            error unix - - n - - error
            retry unix - - n - - error
            virtual unix - n n - - virtual
            anvil unix - - n - 1 anvil
            scache unix - - n - 1 scache
            tlsmgr unix - - n 1000? 1 tlsmgr
            postlog unix-dgram n - n - 1 postlogd
            """;

    private final Path folder;
    private final int port;

    /** @param next the port of the server that has the mailboxes of {@code elsewhere.example} */
    Postfix(int next) throws IOException, InterruptedException {
        // Its processes run as another user, who has to be able to walk there.
        folder = Files.createTempDirectory(Path.of("/tmp"), "sendero-postfix");
        run("chmod", "755", folder.toString());
        for (String name : List.of("etc", "spool", "data", "mail")) {
            Files.createDirectory(folder.resolve(name));
        }
        run(
                "chown",
                "postfix",
                folder.resolve("data").toString(),
                folder.resolve("mail").toString());
        port = freePort();
        Files.writeString(
                folder.resolve("etc/main.cf"),
                MAIN.replace("FOLDER", folder.toString())
                        .replace("UID", run("id", "-u", "postfix").strip())
                        .replace("GID", run("id", "-g", "postfix").strip())
                        .replace("NEXT", Integer.toString(next)));
        Files.writeString(folder.resolve("etc/master.cf"), MASTER.replace("PORT", Integer.toString(port)));
        run(PROGRAM.toString(), "-c", folder.resolve("etc").toString(), "start");
    }

    /** Why there can be none here; empty when there can. */
    static String absence() {
        if (!Files.isExecutable(PROGRAM)) {
            return "no Postfix here: .ci/setup installs it";
        }
        return System.getProperty("user.name").equals("root") ? "" : "only root can start Postfix";
    }

    int port() {
        return port;
    }

    /** What lies in a mailbox. */
    List<byte[]> mailOf(String name) {
        Path mailbox = folder.resolve("mail").resolve(name).resolve("new");
        if (!Files.isDirectory(mailbox)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(mailbox)) {
            var mail = new ArrayList<byte[]>();
            for (Path file : files.sorted().toList()) {
                mail.add(Files.readAllBytes(file));
            }
            return mail;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String run(String... command) throws IOException, InterruptedException {
        // Postfix stays behind its command, and would keep a pipe to us open.
        Path said = Files.createTempFile("command", ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        int status = process.waitFor();
        String text = Files.readString(said, StandardCharsets.UTF_8);
        Files.delete(said);
        if (status != 0) {
            throw new IOException(String.join(" ", command) + ": " + status + " (expected: 0)\n" + text);
        }
        return text;
    }

    /** Ends it and removes all that it had. */
    void stop() throws IOException, InterruptedException {
        run(PROGRAM.toString(), "-c", folder.resolve("etc").toString(), "stop");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
