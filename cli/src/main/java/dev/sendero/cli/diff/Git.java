package dev.sendero.cli.diff;

import dev.sendero.cli.terminal.CommandFailure;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The git command, as far as a project's files of a revision are concerned. Nothing is changed in the repository. */
final class Git {

    private static final int SHORT_ANSWER_BYTES = 1 << 16;
    private static final List<String> PROJECT_FILES = List.of("sendero.yaml", "events.yaml");
    private static final List<String> PROJECT_FOLDERS = List.of("journeys/", "traits/", "tests/", "templates/");

    private final Path folder;

    /** @param folder inside the repository */
    Git(Path folder) {
        this.folder = folder;
    }

    /** The path of the folder below the top of its repository; empty at the top. */
    String prefix() {
        String prefix = ask("rev-parse", "--show-prefix")
                .orElseThrow(() -> CommandFailure.usage(
                        folder + ": no folder of a git repository, so there are no revisions",
                        "git says more: git -C " + folder + " status"));
        return prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
    }

    /** The id of a folder's tree; empty when git knows nothing of this name. */
    Optional<String> tree(String name) {
        return name.startsWith("-")
                ? Optional.empty()
                : ask("rev-parse", "--verify", "--quiet", name)
                        .flatMap(object -> ask("rev-parse", "--verify", "--quiet", object + "^{tree}"));
    }

    /** Writes the project's files of a tree into an empty folder. Links are left out. */
    void write(String tree, Path target) throws IOException {
        List<Entry> files = list(tree);
        Process process = start("cat-file", "--batch");
        try (OutputStream questions = process.getOutputStream();
                var answers = new BufferedInputStream(process.getInputStream())) {
            for (Entry file : files) {
                // One after the other: a pipe that is full on both sides would stand still.
                questions.write((file.id() + "\n").getBytes(StandardCharsets.US_ASCII));
                questions.flush();
                Path path = target.resolve(file.path()).normalize();
                if (path.startsWith(target)) {
                    Files.createDirectories(path.getParent());
                    Files.write(path, content(answers));
                } else {
                    content(answers);
                }
            }
        } finally {
            process.destroy();
        }
    }

    private record Entry(String id, String path) {}

    private List<Entry> list(String tree) throws IOException {
        Process process = start("ls-tree", "-r", "-z", "--full-tree", tree);
        process.getOutputStream().close();
        String all = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var entries = new ArrayList<Entry>();
        for (String line : all.split("\0", -1)) {
            int tab = line.indexOf('\t');
            if (tab > 0) {
                String[] words = line.substring(0, tab).split(" ", 3);
                String path = line.substring(tab + 1);
                if (words[0].startsWith("100") && isOfProject(path)) {
                    entries.add(new Entry(words[2].strip(), path));
                }
            }
        }
        return entries;
    }

    private static boolean isOfProject(String path) {
        return PROJECT_FILES.contains(path) || PROJECT_FOLDERS.stream().anyMatch(path::startsWith);
    }

    /** {@code ID blob SIZE}, a line end, so many bytes, a line end. */
    private static byte[] content(InputStream answers) throws IOException {
        var header = new StringBuilder();
        for (int letter = answers.read(); letter != '\n'; letter = answers.read()) {
            if (letter < 0) {
                throw new EOFException("git ended before it had told all files");
            }
            header.append((char) letter);
        }
        String[] words = header.toString().split(" ", -1);
        byte[] content = answers.readNBytes(Integer.parseInt(words[words.length - 1]));
        answers.skipNBytes(1);
        return content;
    }

    /** What a command says; empty when it fails. */
    private Optional<String> ask(String... arguments) {
        try {
            Process process = start(arguments);
            process.getOutputStream().close();
            String text =
                    new String(process.getInputStream().readNBytes(SHORT_ANSWER_BYTES), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? Optional.of(text) : Optional.empty();
        } catch (IOException absent) {
            throw CommandFailure.environment(
                            "git cannot be run: " + absent.getMessage(), "install git, or name folders")
                    .causedBy(absent);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw CommandFailure.environment("interrupted while git ran", "").causedBy(stopped);
        }
    }

    private Process start(String... arguments) throws IOException {
        var command = new ArrayList<String>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
