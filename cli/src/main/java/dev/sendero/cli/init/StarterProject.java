package dev.sendero.cli.init;

import dev.sendero.rules.language.Language;
import dev.sendero.rules.language.Language.FileKind;
import dev.sendero.rules.schema.JsonSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The files that a new project begins with. */
final class StarterProject {

    private record StarterFile(String path, Supplier<String> text) {

        /** One that is in the program. */
        static StarterFile of(String path) {
            return new StarterFile(path, () -> resource(path));
        }

        /** What editors know the files of a kind by; the other files name it in their first lines. */
        static StarterFile ofSchema(FileKind kind) {
            return new StarterFile("schemas/" + JsonSchema.fileName(kind), () -> JsonSchema.of(kind));
        }
    }

    private static final List<StarterFile> FILES = Stream.concat(
                    Stream.of(
                            StarterFile.of("sendero.yaml"),
                            StarterFile.of("events.yaml"),
                            StarterFile.of("journeys/abandoned-cart.yaml"),
                            StarterFile.of("templates/cart-reminder.liquid"),
                            StarterFile.of("tests/abandoned-cart.yaml"),
                            StarterFile.of("README.md"),
                            // Some tools would take a resource of this name for their own.
                            new StarterFile(".gitignore", () -> resource("gitignore"))),
                    Language.FILES.stream().map(StarterFile::ofSchema))
            .toList();

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
            Files.writeString(path, file.text().get(), StandardOpenOption.CREATE_NEW);
            written.add(path);
        }
        return written;
    }

    private static String resource(String name) {
        try (InputStream resource = StarterProject.class.getResourceAsStream("starter/" + name)) {
            if (resource == null) {
                throw new IllegalStateException("starter/" + name + ": absent (expected: in the program)");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("starter/" + name + ": unreadable (expected: in the program)", unreadable);
        }
    }
}
