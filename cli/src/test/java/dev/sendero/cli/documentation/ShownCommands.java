package dev.sendero.cli.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands of a block that shows nothing else: a line each, unless it ends with a backslash. */
final class ShownCommands {

    /** Words in quotes and words without. */
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    private ShownCommands() {}

    /** Without their comments. */
    static List<String> of(Snippet snippet) {
        var commands = new ArrayList<String>();
        var begun = new StringBuilder();
        for (String line : snippet.lines()) {
            boolean goesOn = line.endsWith("\\");
            begun.append(goesOn ? line.substring(0, line.length() - 1) : line);
            if (!goesOn) {
                commands.add(withoutComment(begun.toString().strip()));
                begun.setLength(0);
            }
        }
        return List.copyOf(commands);
    }

    static String withoutComment(String command) {
        return command.replaceFirst("\\s+#.*", "");
    }

    /** As a shell takes a command apart. */
    static List<String> words(String command) {
        var words = new ArrayList<String>();
        Matcher word = WORD.matcher(command);
        while (word.find()) {
            words.add(word.group().replaceAll("^[\"']|[\"']$", ""));
        }
        return words;
    }

    /** Whether it is one of ours, by the words of a command. */
    static boolean isSendero(List<String> words) {
        return !words.isEmpty()
                && (words.get(0).equals("sendero") || words.get(0).equals("./sendero"));
    }
}
