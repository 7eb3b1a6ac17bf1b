package dev.sendero.faults.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Short programs of the operating system. */
public final class Commands {

    private Commands() {}

    /** @throws IllegalStateException with what it said, when it ends with another code than 0 */
    public static String run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            if (code != 0) {
                throw new IllegalStateException(List.of(command) + " ended with " + code + ": " + output);
            }
            return output;
        } catch (IOException absent) {
            throw new UncheckedIOException(command[0] + " cannot be run", absent);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(command[0] + ": interrupted", stopped);
        }
    }
}
