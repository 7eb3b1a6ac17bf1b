package dev.sendero.cli.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.sendero.api.json.WireJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentationTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(#[^)]*)?\\)");

    private static final Pattern POSTED = Pattern.compile("-d '([^']*)'");

    @TempDir
    Path folder;

    /** Those that a reader follows from the beginning to the end. */
    static List<Path> pages() throws IOException {
        return Stream.concat(
                        Stream.of(Path.of("docs/tutorial.md")),
                        list(ROOT.resolve("docs/guides")).map(ROOT::relativize))
                .toList();
    }

    static List<Path> allPages() throws IOException {
        return Stream.of(list(ROOT), list(ROOT.resolve("docs")), list(ROOT.resolve("docs/guides")))
                .flatMap(found -> found)
                .map(ROOT::relativize)
                .toList();
    }

    private static Stream<Path> list(Path where) throws IOException {
        try (Stream<Path> files = Files.list(where)) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void what_a_page_shows_is_what_happens(Path page) throws IOException {
        var workshop = new Workshop(folder);

        Snippet.of(Files.readAllLines(ROOT.resolve(page))).forEach(workshop::follow);
    }

    @ParameterizedTest
    @MethodSource("allPages")
    void links_within_the_repository_lead_somewhere(Path page) throws IOException {
        Path here = ROOT.resolve(page).getParent();
        var broken = new ArrayList<String>();
        Matcher link = LINK.matcher(Files.readString(ROOT.resolve(page)));
        while (link.find()) {
            if (!link.group(1).contains(":") && !Files.exists(here.resolve(link.group(1)))) {
                broken.add(link.group(1));
            }
        }

        assertThat(broken).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("allPages")
    void what_is_posted_is_json(Path page) throws IOException {
        Matcher posted = POSTED.matcher(Files.readString(ROOT.resolve(page)));
        while (posted.find()) {
            try {
                WireJson.mapper().readTree(posted.group(1));
            } catch (JsonProcessingException malformed) {
                fail(page + ": " + posted.group(1) + ": " + malformed.getOriginalMessage());
            }
        }
    }
}
