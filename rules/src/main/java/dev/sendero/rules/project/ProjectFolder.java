package dev.sendero.rules.project;

import dev.sendero.rules.problem.Place;
import dev.sendero.rules.problem.Problem;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.problem.Severity;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Reads a project's files from a folder: those that a project may have and nothing beside them, within bounds. */
public final class ProjectFolder {

    /** Bytes that one file may have. */
    static final int MAX_FILE_BYTES = 1 << 20;

    /** Files that a project may have. */
    static final int MAX_FILES = 10_000;

    /** Folders below {@code templates}. */
    private static final int MAX_DEPTH = 8;

    private static final List<String> TOP_FILES = List.of("sendero.yaml", "events.yaml");

    private static final List<String> YAML_FOLDERS = List.of("journeys", "traits", "tests");

    private final Path root;
    private final TreeMap<String, String> texts = new TreeMap<>();
    private final List<Problem> refused = new ArrayList<>();

    private ProjectFolder(Path root) {
        this.root = root;
    }

    /**
     * Files that are too large, not UTF-8 or links out of the folder are refused, with a problem each.
     *
     * @throws NotDirectoryException when there is no such folder
     * @throws IOException when something in it cannot be read
     */
    public static ProjectFiles load(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        var reading = new ProjectFolder(folder.toRealPath());
        reading.readAll();
        return new ProjectFiles(reading.texts, List.copyOf(reading.refused));
    }

    private void readAll() throws IOException {
        for (String name : TOP_FILES) {
            if (Files.exists(root.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
                read(root.resolve(name));
            }
        }
        for (String name : YAML_FOLDERS) {
            readFolder(root.resolve(name), List.of(".yaml"), 1);
        }
        readFolder(root.resolve("templates"), List.of(".liquid"), MAX_DEPTH);
    }

    private void readFolder(Path folder, List<String> endings, int depth) throws IOException {
        if (!Files.isDirectory(folder) || leavesRoot(folder)) {
            return;
        }
        var entries = new ArrayList<Path>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        }
        entries.sort(null);
        for (Path entry : entries) {
            String name = entry.getFileName().toString();
            if (Files.isDirectory(entry) && depth > 1) {
                readFolder(entry, endings, depth - 1);
            } else if (endings.stream().anyMatch(name::endsWith) && !name.startsWith(".")) {
                read(entry);
            } else if (name.endsWith(".yml")) {
                refuse(
                        entry,
                        "a file that ends with .yml is not read",
                        "name it '" + name.replace(".yml", ".yaml") + "'");
            }
        }
    }

    private boolean leavesRoot(Path entry) throws IOException {
        if (Files.exists(entry) && entry.toRealPath().startsWith(root)) {
            return false;
        }
        refuse(entry, "this is a link that leads out of the project", "put the file itself into the project");
        return true;
    }

    private void read(Path file) throws IOException {
        if (leavesRoot(file)) {
            return;
        }
        if (texts.size() >= MAX_FILES) {
            refuse(file, "a project may have " + MAX_FILES + " files", "");
            return;
        }
        if (!Files.isRegularFile(file)) {
            refuse(file, "this is no file", "put a file here, or give the folder another name");
            return;
        }
        if (Files.size(file) > MAX_FILE_BYTES) {
            refuse(file, "the file has " + Files.size(file) + " bytes; a file may have " + MAX_FILE_BYTES, "");
            return;
        }
        byte[] bytes = Files.readAllBytes(file);
        try {
            texts.put(
                    nameOf(file),
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException notText) {
            refuse(file, "the file is not text in UTF-8", "save it in the encoding UTF-8");
        }
    }

    private void refuse(Path file, String message, String hint) {
        refused.add(
                new Problem(ProblemCode.FILE_REFUSED, Severity.ERROR, Place.startOf(nameOf(file)), message, "", hint));
    }

    private String nameOf(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}
