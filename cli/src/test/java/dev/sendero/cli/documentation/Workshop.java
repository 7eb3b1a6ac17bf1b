package dev.sendero.cli.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.cli.CommandRun;
import dev.sendero.cli.explain.ToldSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Does in a folder what a reader of a page does: saves the files that it shows, makes the changes that it shows as a diff,
 * and runs the commands of its consoles, whose output must be as it says.
 */
final class Workshop {

    /** They run until somebody ends them, or need what a build does not have; their options are looked at. */
    private static final Set<String> LASTING =
            Set.of("up", "demo", "preview", "publish", "pause", "resume", "heartbeat");

    /** Behind these stands a file that is written. */
    private static final Set<String> WRITING = Set.of("--out", "--facts", "--junit", "--report");

    /** What is different every time. */
    private static final Pattern CHANGING = Pattern.compile("[0-9][0-9.,]* (ms|s|events/s|MB|customers/s)\\b");

    private final Path folder;

    /** The project that {@code up} was told to run; the folder itself until then. */
    private Path running;

    Workshop(Path folder) {
        this.folder = folder;
        this.running = folder;
    }

    void follow(Snippet snippet) {
        if (snippet.language().equals("diff")) {
            change(snippet);
        } else if (!snippet.shownFile().isEmpty()) {
            assertThat(folder.resolve(snippet.shownFile())).content().contains(snippet.text());
        } else if (!snippet.file().isEmpty()) {
            save(snippet.file(), snippet.text());
        } else if (snippet.language().equals("console")) {
            console(snippet);
        }
    }

    private void save(String file, String text) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Lines with a minus, and those without a sign, must be there in this order; lines with a plus come in. */
    private void change(Snippet diff) {
        try {
            String text = Files.readString(folder.resolve(diff.file()));
            String before = textOf(diff, '-');
            assertThat(text).as("what the diff of line %s changes", diff.line()).containsOnlyOnce(before);
            save(diff.file(), text.replace(before, textOf(diff, '+')));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String textOf(Snippet diff, char sign) {
        var text = new StringBuilder();
        for (String line : diff.lines()) {
            char first = line.isEmpty() ? ' ' : line.charAt(0);
            if (first == sign || first == ' ') {
                text.append(line.isEmpty() ? "" : line.substring(1)).append('\n');
            }
        }
        return text.toString();
    }

    private void console(Snippet console) {
        List<String> lines = console.lines();
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).startsWith("$ ")) {
                String command = lines.get(at).substring(2);
                while (command.endsWith("\\")) {
                    at++;
                    command = command.substring(0, command.length() - 1)
                            + lines.get(at).strip();
                }
                int end = at + 1;
                while (end < lines.size() && !lines.get(end).startsWith("$ ")) {
                    end++;
                }
                run(command, lines.subList(at + 1, end), console.line() + at);
            }
        }
    }

    private void run(String command, List<String> expected, int line) {
        List<String> words = ShownCommands.words(ShownCommands.withoutComment(command));
        if (!ShownCommands.isSendero(words)) {
            return;
        }
        var arguments = new ArrayList<>(words.subList(1, words.size()));
        if (arguments.get(0).equals("up") && arguments.size() > 1) {
            running = folder.resolve(arguments.get(1));
        }
        if (LASTING.contains(arguments.get(0))) {
            assertThat(CommandRun.misuse(arguments))
                    .as("the options in line %s: %s", line, command)
                    .isEmpty();
            return;
        }
        for (int at = 1; at < arguments.size(); at++) {
            arguments.set(at, inFolder(arguments.get(0), arguments.get(at - 1), arguments.get(at)));
        }
        CommandRun run = run(arguments);
        List<String> said = (run.out() + run.err())
                .replace(folder + "/", "")
                .replace(folder.toString(), "")
                .lines()
                .map(String::strip)
                .toList();
        assertThat(run.exitCode())
                .as("line %s: %s\n%s", line, command, run.err())
                .isLessThan(2);
        assertThat(isSaid(expected, said))
                .as(
                        "line %s: %s\nexpected\n%s\nwas\n%s",
                        line, command, String.join("\n", expected), String.join("\n", said))
                .isTrue();
    }

    /** A system that is asked runs the page's project, and has taken the page's events. */
    private CommandRun run(List<String> arguments) {
        int at = arguments.indexOf("--at");
        if (at < 0) {
            return CommandRun.of(arguments.toArray());
        }
        try (Stream<Path> files = Files.list(folder)) {
            Path events = files.filter(file -> file.toString().endsWith(".jsonl"))
                    .findFirst()
                    .orElseThrow();
            try (ToldSystem system = ToldSystem.of(running, events, folder)) {
                arguments.set(at + 1, system.address());
                return CommandRun.of(arguments.toArray());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Files are named as in a terminal in the reader's folder. */
    private String inFolder(String command, String before, String argument) {
        boolean isFile = !argument.startsWith("-")
                && (command.equals("init") || WRITING.contains(before) || Files.exists(folder.resolve(argument)));
        return isFile ? folder.resolve(argument).toString() : argument;
    }

    /** Whether the lines are there in this order; {@code …} stands for whatever is there. */
    private static boolean isSaid(List<String> expected, List<String> said) {
        int at = 0;
        for (String line : expected) {
            if (line.isBlank() || line.strip().equals("…")) {
                continue;
            }
            Pattern wanted = pattern(line.strip());
            while (at < said.size() && !wanted.matcher(settled(said.get(at))).matches()) {
                at++;
            }
            if (at == said.size()) {
                return false;
            }
            at++;
        }
        return true;
    }

    private static Pattern pattern(String line) {
        var pattern = new StringBuilder();
        for (String part : settled(line).split("…", -1)) {
            pattern.append(pattern.isEmpty() ? "" : ".*").append(Pattern.quote(part));
        }
        return Pattern.compile(pattern.toString());
    }

    private static String settled(String line) {
        return CHANGING.matcher(line).replaceAll("N $1");
    }
}
