package dev.sendero.connectors.email;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Somebody else's verifier of DKIM signatures, dkimpy, with what the DNS would say. */
final class DkimVerifier {

    /** Debian's own, where its packages are. */
    private static final String PYTHON = "/usr/bin/python3";

    private static final Path LIBRARY = Path.of("/usr/lib/python3/dist-packages/dkim");

    private static final String PROGRAM = """
            import sys, dkim
            names = {sys.argv[1].encode(): sys.argv[2].encode()}
            mail = open(sys.argv[3], "rb").read()
            print(dkim.verify(mail, dnsfunc=lambda name, timeout=5: names.get(name.rstrip(b"."))))
            """;

    private DkimVerifier() {}

    /** Why it cannot be asked here; empty when it can. */
    static String absence() {
        return Files.isDirectory(LIBRARY) ? "" : "no python3-dkim here: .ci/setup installs it";
    }

    /** @param dnsName of the public key */
    static boolean verifies(byte[] mail, String dnsName, String dnsText) throws IOException, InterruptedException {
        Path file = Files.createTempFile("mail", ".eml");
        try {
            Files.write(file, mail);
            Process python = new ProcessBuilder(PYTHON, "-c", PROGRAM, dnsName, dnsText, file.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (python.waitFor() != 0) {
                throw new IOException(said);
            }
            return said.equals("True");
        } finally {
            Files.delete(file);
        }
    }
}
