package dev.sendero.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultsTest {

    @TempDir
    private Path folder;

    /** A short run; {@code make faults} is the long one. */
    @Tag("slow")
    @Test
    void a_process_killed_between_an_answer_and_its_record_loses_nothing_and_repeats_nothing() throws Exception {
        Path rows = folder.resolve("rows.jsonl");

        int exitCode = Faults.run(
                "--seeds",
                "1",
                "--only",
                "kill-before-record,kill-mid-append",
                "--folder",
                folder.resolve("runs").toString(),
                "--out",
                rows.toString());

        assertThat(exitCode).isZero();
        assertThat(Files.readAllLines(rows)).hasSize(15).allMatch(line -> line.contains("\"breaches\":[]"));
    }

    @Test
    void an_unknown_name_is_wrong_usage() {
        assertThat(Faults.run("--only", "kill-nobody")).isEqualTo(2);
    }
}
