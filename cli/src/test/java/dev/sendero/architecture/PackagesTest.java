package dev.sendero.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.sendero.architecture.Modules.CLASSES;
import static java.nio.file.Files.isRegularFile;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PackagesTest {
    /** The folder of the modules; tests run in the folder of theirs. */
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern SAYS_WHO_LIVES_HERE =
            Pattern.compile("/\\*\\*.{20,}?\\*/.*@NullMarked.*package dev\\.sendero", Pattern.DOTALL);

    @Test
    void every_package_says_who_lives_there_and_is_null_marked() throws IOException {
        var silent = new TreeSet<Path>();
        for (var folder : foldersWithSources()) {
            var info = folder.resolve("package-info.java");
            if (!isRegularFile(info)
                    || !SAYS_WHO_LIVES_HERE.matcher(Files.readString(info)).find()) {
                silent.add(ROOT.relativize(folder));
            }
        }

        assertThat(silent).isEmpty();
    }

    @Test
    void a_class_is_named_for_what_it_is() {
        noClasses()
                .should()
                .haveNameMatching(".*[.$]\\w*(Utils?|Helpers?|Manager|Impl|Common)(\\$.*)?")
                .check(CLASSES);
    }

    private static List<Path> foldersWithSources() throws IOException {
        var folders = new TreeSet<Path>();
        for (var module : Modules.all()) {
            try (var files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(file -> folders.add(file.getParent()));
            }
        }
        return List.copyOf(folders);
    }
}
