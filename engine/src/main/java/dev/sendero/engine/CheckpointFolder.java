package dev.sendero.engine;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.util.FileUtils;

/** The checkpoints that earlier runs of the job have left on the local disk: {@code JOB/chk-N/_metadata}. */
final class CheckpointFolder {

    private static final String METADATA = "_metadata";

    private final Path folder;

    CheckpointFolder(URI folder) {
        this.folder = Path.of(folder);
    }

    /**
     * The newest complete checkpoint, ready to be restored. A process that was killed may have left others: older ones
     * that it had no time to delete, and one that it had not finished, which has no readable metadata.
     *
     * @throws IOException when the folder cannot be read
     */
    Optional<String> newest() throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        for (Path metadata : newestFirst()) {
            if (isReadable(metadata)) {
                return Optional.of(metadata.resolveSibling("").toUri().toString());
            }
        }
        return Optional.empty();
    }

    /**
     * Deletes the files of all checkpoints but one, which the job that has been restored from it looks after. Files
     * that checkpoints share stay.
     *
     * @param kept as {@link #newest} gave it
     */
    void deleteAllBut(String kept) throws IOException {
        for (Path metadata : newestFirst()) {
            Path checkpoint = metadata.resolveSibling("");
            if (!checkpoint.toUri().toString().equals(kept)) {
                FileUtils.deleteDirectory(checkpoint.toFile());
            }
        }
    }

    private List<Path> newestFirst() throws IOException {
        record Candidate(Path metadata, FileTime written) {}
        var candidates = new ArrayList<Candidate>();
        try (Stream<Path> files = Files.find(folder, 3, (path, attributes) -> path.endsWith(METADATA))) {
            for (Path metadata : files.toList()) {
                candidates.add(new Candidate(metadata, Files.getLastModifiedTime(metadata)));
            }
        }
        return candidates.stream()
                .sorted(Comparator.comparing(Candidate::written).reversed())
                .map(Candidate::metadata)
                .toList();
    }

    private static boolean isReadable(Path metadata) {
        try (var input = new DataInputStream(Files.newInputStream(metadata))) {
            Checkpoints.loadCheckpointMetadata(input, CheckpointFolder.class.getClassLoader(), metadata.toString());
            return true;
        } catch (IOException incomplete) {
            return false;
        }
    }
}
