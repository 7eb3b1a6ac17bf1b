package dev.sendero.cli.init;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The files that a new project begins with. */
final class StarterProject {

    /** A file and the resource that it is made of; some tools would take {@code .gitignore} for their own. */
    private record StarterFile(String path, String resource) {
        StarterFile(String path) {
            this(path, path);
        }
    }

    private static final List<StarterFile> FILES = List.of(
            new StarterFile("sendero.yaml"),
            new StarterFile("events.yaml"),
            new StarterFile("journeys/abandoned-cart.yaml"),
            new StarterFile("templates/cart-reminder.liquid"),
            new StarterFile("tests/abandoned-cart.yaml"),
            new StarterFile("README.md"),
            new StarterFile(".gitignore", "gitignore"));

    private final Path folder;

    StarterProject(Path folder) {
        this.folder = folder;
    }

    /** Those of the files that are there already. */
    List<Path> present() {
        return FILES.stream()
                .map(file -> folder.resolve(file.path()))
                .filter(Files::exists)
                .toList();
    }

    /** @return the files written */
    List<Path> write() throws IOException {
        var written = new ArrayList<Path>();
        for (StarterFile file : FILES) {
            Path path = folder.resolve(file.path());
            if (path.getParent() != null) {
                Files.createDirectories(path.getParent());
            }
            Files.writeString(path, contents(file), StandardOpenOption.CREATE_NEW);
            written.add(path);
        }
        return written;
    }

    private static String contents(StarterFile file) throws IOException {
        try (InputStream resource = StarterProject.class.getResourceAsStream("starter/" + file.resource())) {
            if (resource == null) {
                throw new IllegalStateException("starter/" + file.resource() + ": absent (expected: in the program)");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
