package dev.sendero.rules.template;

import dev.sendero.api.message.Content;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What templates name of captured events without a word for the case that it is not there. */
public final class RunVariables {

    private static final Pattern TAG = Pattern.compile("\\{\\{(?<output>[^{}]*)}}|\\{%(?<tag>[^%]*)%}");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'");
    private static final Pattern DEFAULT = Pattern.compile("\\|\\s*default\\b");
    private static final Pattern ASKS = Pattern.compile("-?\\s*(if|elsif|unless|case|when|for)\\b");
    private static final Pattern VARIABLE = Pattern.compile("\\brun((?:\\.[A-Za-z_][A-Za-z0-9_]*)+)");

    private RunVariables() {}

    /** Paths below {@code run}, such as {@code added, properties, price}. A name that a template tests anywhere is left out. */
    public static SortedSet<List<String>> of(Content content) {
        var named = new TreeSet<List<String>>(Comparator.comparing(path -> String.join(".", path)));
        var tested = new TreeSet<String>();
        for (String source : LiquidReadings.sources(content)) {
            Matcher tag = TAG.matcher(source);
            while (tag.find()) {
                String inside = tag.group("output") == null ? tag.group("tag") : tag.group("output");
                String code = QUOTED.matcher(inside).replaceAll("''");
                boolean asks = tag.group("tag") != null && ASKS.matcher(code).lookingAt();
                if (!DEFAULT.matcher(code).find()) {
                    collect(code, asks, named, tested);
                }
            }
        }
        named.removeIf(path -> tested.contains(path.get(0)));
        return named;
    }

    private static void collect(String code, boolean asks, SortedSet<List<String>> named, SortedSet<String> tested) {
        Matcher variable = VARIABLE.matcher(code);
        while (variable.find()) {
            List<String> path = List.of(variable.group(1).substring(1).split("\\.", -1));
            if (asks) {
                tested.add(path.get(0));
            } else {
                named.add(path);
            }
        }
    }
}
