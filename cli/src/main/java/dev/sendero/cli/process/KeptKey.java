package dev.sendero.cli.process;

import dev.sendero.cli.terminal.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** A key that is made once and kept with the data, for its owner only. */
final class KeptKey {

    private static final String OWNER_ONLY = "rw-------";
    private static final int BYTES = 32;

    private KeptKey() {}

    /**
     * @param what which key it is, for people
     * @throws EnvironmentProblem when it cannot be kept there
     */
    static byte[] in(Path file, String what) throws EnvironmentProblem {
        try {
            if (Files.exists(file)) {
                return Base64.getDecoder().decode(Files.readString(file).strip());
            }
            byte[] secret = new byte[BYTES];
            new SecureRandom().nextBytes(secret);
            Files.writeString(file, Base64.getEncoder().encodeToString(secret));
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(OWNER_ONLY));
            }
            return secret;
        } catch (IOException unusable) {
            throw new EnvironmentProblem(
                    what + " cannot be kept in " + file + ": " + IoReason.of(unusable),
                    "make the folder writable, or choose another one with --data",
                    unusable);
        }
    }
}
