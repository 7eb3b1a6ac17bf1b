package dev.sendero.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFolderTest {

    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    private Path folder;

    private CheckpointFolder checkpoints;

    @BeforeEach
    void open() {
        checkpoints = new CheckpointFolder(folder.toUri());
    }

    @Test
    void a_folder_that_is_empty_or_absent_has_no_checkpoint() throws IOException {
        assertThat(checkpoints.newest()).isEmpty();
        assertThat(new CheckpointFolder(folder.resolve("absent").toUri()).newest())
                .isEmpty();
    }

    @Test
    void the_newest_counts_whatever_run_has_left_it() throws IOException {
        checkpoint("b/chk-7", TEN);
        Path newest = checkpoint("a/chk-2", TEN.plusSeconds(1));

        assertThat(checkpoints.newest()).contains(newest.toUri().toString());
    }

    @Test
    void one_that_was_not_finished_does_not_count() throws IOException {
        Path complete = checkpoint("a/chk-7", TEN);
        Files.createDirectories(folder.resolve("a/chk-8"));
        Path torn = Files.createDirectories(folder.resolve("a/chk-9")).resolve("_metadata");
        Files.write(torn, new byte[] {1, 2, 3});

        assertThat(checkpoints.newest()).contains(complete.toUri().toString());
    }

    @Test
    void the_others_can_be_deleted() throws IOException {
        Path older = checkpoint("a/chk-7", TEN);
        Path newest = checkpoint("a/chk-8", TEN.plusSeconds(1));

        checkpoints.deleteAllBut(checkpoints.newest().orElseThrow());

        assertThat(older).doesNotExist();
        assertThat(newest).exists();
    }

    private Path checkpoint(String name, Instant written) throws IOException {
        Path directory = Files.createDirectories(folder.resolve(name));
        Path metadata = directory.resolve("_metadata");
        try (var output = Files.newOutputStream(metadata)) {
            Checkpoints.storeCheckpointMetadata(new CheckpointMetadata(1, List.of(), List.of()), output);
        }
        Files.setLastModifiedTime(metadata, FileTime.from(written));
        return directory;
    }
}
