package dev.sendero.faults.canary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.faults.canary.LoggedCanaries.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoggedCanariesTest {

    private static final Canaries CANARIES = new Canaries(List.of("secret-of-twilio"));

    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void what_is_found_is_told_with_its_place() throws IOException {
        write("up.log", "Ready.\n");
        Path rolled = write("project/.sendero/sendero.log.2", "fine\nAuthorization: Bearer secret-of-twilio\n");

        LoggedCanaries found = LoggedCanaries.below(folder, CANARIES);

        assertThat(found.findings()).containsExactly(new Finding(rolled, 2, "secret-of-twilio"));
        assertThat(found.files()).isEqualTo(2);
        assertThat(found.lines()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "AC", "AC0123456789:"})
    void secrets_are_found_in_base64_whatever_stands_before_them(String before) throws IOException {
        byte[] credentials = (before + "secret-of-twilio").getBytes(StandardCharsets.UTF_8);
        write("up.log", "Authorization: Basic " + Base64.getEncoder().encodeToString(credentials));

        assertThat(LoggedCanaries.below(folder, CANARIES).findings()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "to +12025550017",
                "to=%2B12025550017",
                "RCPT TO:<steady-7@example.com>",
                "steady-7%40example.com"
            })
    void addresses_are_found(String line) throws IOException {
        write("up.log", line);

        assertThat(LoggedCanaries.below(folder, CANARIES).findings()).hasSize(1);
    }

    @Test
    void what_a_broker_keeps_is_no_log() throws IOException {
        write("kafka/events-0/00000000000000000000.log", "secret-of-twilio");

        assertThat(LoggedCanaries.below(folder, CANARIES).files()).isZero();
    }
}
