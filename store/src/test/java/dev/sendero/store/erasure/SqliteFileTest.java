package dev.sendero.store.erasure;

import static dev.sendero.store.erasure.StoredShop.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sendero.api.CustomerId;
import dev.sendero.store.Database;
import dev.sendero.store.Pseudonyms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bytes on the disk, where what is deleted may lie about for long. */
class SqliteFileTest {

    private static final Pseudonyms PSEUDONYMS = Pseudonyms.of(new byte[32]);

    @TempDir
    private Path folder;

    private String bytes() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            var all = new StringBuilder();
            for (Path file : files.toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
            return all.toString();
        }
    }

    @Test
    void no_byte_of_any_file_names_who_has_been_erased_while_the_store_is_in_use() throws IOException {
        try (Database database = Database.sqlite(folder.resolve("store.db"), PSEUDONYMS)) {
            var shop = new StoredShop(database);
            for (int number = 0; number < 300; number++) {
                shop.leavesTraces(new CustomerId("customer-" + number));
                if (number % 50 == 0) {
                    shop.leavesTraces(new CustomerId(ADA.value() + number));
                }
                if (number == 150) {
                    shop.leavesTraces(ADA);
                }
            }
            assertThat(bytes()).contains("ada-lovelace@example.com");

            shop.erase();

            assertThat(bytes())
                    .doesNotContain("ada-lovelace@example.com", "Name of ada-lovelace\"")
                    .contains("Name of customer-7");
        }
    }

    @Test
    void with_another_key_the_store_is_not_opened() {
        Path file = folder.resolve("store.db");
        Database.sqlite(file, PSEUDONYMS).close();
        Database.sqlite(file).close();
        byte[] other = new byte[32];
        other[0] = 1;

        assertThatThrownBy(() -> Database.sqlite(file, Pseudonyms.of(other)))
                .hasMessageContaining("key of pseudonyms: another than before");
        assertThat(List.of(PSEUDONYMS.of(ADA)))
                .doesNotContain(Pseudonyms.of(other).of(ADA));
    }
}
