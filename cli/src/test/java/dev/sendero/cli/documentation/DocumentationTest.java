package dev.sendero.cli.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.sendero.api.json.WireJson;
import dev.sendero.cli.CommandRun;
import dev.sendero.rules.problem.ProblemPrinter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    static List<Path> pages() throws IOException {
        return Stream.of("", "docs", "docs/guides", "docs/decisions", "examples/cookbook")
                .flatMap(folder -> list(ROOT.resolve(folder)))
                .map(ROOT::relativize)
                .toList();
    }

    private static Stream<Path> list(Path where) {
        try (Stream<Path> files = Files.list(where)) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void what_a_page_shows_is_what_happens(Path page) throws IOException {
        var workshop = new Workshop(folder);

        snippetsOf(page).forEach(workshop::follow);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_part_of_a_file_that_a_page_shows_has_no_problems(Path page) throws IOException {
        for (Snippet snippet : snippetsOf(page)) {
            if (snippet.language().equals("yaml") && snippet.isOfNoFile()) {
                assertThat(ProblemPrinter.print(ShownYaml.of(snippet.text()).problems()))
                        .as("what line %s shows", snippet.line())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void commands_that_a_page_names_are_there_with_these_options(Path page) throws IOException {
        for (Snippet snippet : snippetsOf(page)) {
            if (snippet.language().isEmpty()) {
                for (String command : ShownCommands.of(snippet)) {
                    assertThat(misuse(ShownCommands.words(command)))
                            .as("line %s and after: %s", snippet.line(), command)
                            .isEmpty();
                }
            }
        }
    }

    private static Optional<String> misuse(List<String> words) throws IOException {
        if (ShownCommands.isSendero(words)) {
            return CommandRun.misuse(words.subList(1, words.size()));
        }
        if (words.size() > 1 && words.get(0).equals("make")) {
            boolean isVerb = Files.readString(ROOT.resolve("Makefile")).contains("\n" + words.get(1) + ": ##");
            return isVerb ? Optional.empty() : Optional.of("the Makefile has no " + words.get(1));
        }
        return Optional.empty();
    }

    private static List<Snippet> snippetsOf(Path page) throws IOException {
        return Snippet.of(Files.readAllLines(ROOT.resolve(page)));
    }

    @ParameterizedTest
    @MethodSource("pages")
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
    @MethodSource("pages")
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
