package dev.sendero.cli.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The shop's journey project, which comes with the command. */
final class BundledShop {

    private static final String ROOT = "/examples/shop";

    private BundledShop() {}

    /** Copies it into a folder; files that are there already are replaced. */
    static void copyTo(Path folder) throws IOException {
        URI place = place();
        if (place.getScheme().equals("jar")) {
            try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
                copy(jar.getPath(ROOT), folder);
            }
        } else {
            copy(Path.of(place), folder);
        }
    }

    private static URI place() throws IOException {
        URL resource = BundledShop.class.getResource(ROOT);
        if (resource == null) {
            throw new IOException("resource " + ROOT + ": absent (expected: packaged with the command)");
        }
        try {
            return resource.toURI();
        } catch (URISyntaxException malformed) {
            throw new IOException("resource " + resource + ": not a URI", malformed);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> paths = Files.walk(from)) {
            files = paths.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
