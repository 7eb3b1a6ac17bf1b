package dev.sendero.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class EverythingLoggedTest {

    @TempDir
    private Path folder;

    @Test
    void no_secret_address_or_text_is_in_any_line_at_any_level_while_providers_hang_up() {
        assertThat(Faults.run("--only", "everything-logged", "--folder", folder.toString()))
                .isZero();
    }
}
