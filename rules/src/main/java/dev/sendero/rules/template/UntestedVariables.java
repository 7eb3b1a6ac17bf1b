package dev.sendero.rules.template;

import dev.sendero.api.message.Content;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What templates name without a word for the case that it is not there. */
public final class UntestedVariables {

    private static final Pattern TAG = Pattern.compile("\\{\\{(?<output>[^{}]*)}}|\\{%(?<tag>[^%]*)%}");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'");
    private static final Pattern DEFAULT = Pattern.compile("\\|\\s*default\\b");
    private static final Pattern ASKS = Pattern.compile("-?\\s*(if|elsif|unless|case|when|for)\\b");

    private UntestedVariables() {}

    /** Links of the customer, by name. */
    public static Set<String> links(Content content) {
        return of(CustomerLinks.ROOT, content).stream().map(path -> path.get(0)).collect(Collectors.toSet());
    }

    /** Whether templates name links of the customer at all. */
    public static boolean nameLinks(Content content) {
        Pattern variable = variable(CustomerLinks.ROOT);
        return LiquidReadings.sources(content).stream()
                .anyMatch(source -> TAG.matcher(source).results().anyMatch(tag -> variable.matcher(tag.group())
                        .find()));
    }

    /** Paths below {@code run}, such as {@code added, properties, price}. */
    public static SortedSet<List<String>> run(Content content) {
        return of("run", content);
    }

    private static Pattern variable(String root) {
        return Pattern.compile("\\b" + root + "((?:\\.[A-Za-z_][A-Za-z0-9_]*)+)");
    }

    /** A name that a template tests anywhere is left out. */
    private static SortedSet<List<String>> of(String root, Content content) {
        Pattern variable = variable(root);
        var named = new TreeSet<List<String>>(Comparator.comparing(path -> String.join(".", path)));
        var tested = new TreeSet<String>();
        for (String source : LiquidReadings.sources(content)) {
            Matcher tag = TAG.matcher(source);
            while (tag.find()) {
                String inside = tag.group("output") == null ? tag.group("tag") : tag.group("output");
                String code = QUOTED.matcher(inside).replaceAll("''");
                boolean asks = tag.group("tag") != null && ASKS.matcher(code).lookingAt();
                if (!DEFAULT.matcher(code).find()) {
                    collect(variable.matcher(code), asks, named, tested);
                }
            }
        }
        named.removeIf(path -> tested.contains(path.get(0)));
        return named;
    }

    private static void collect(
            Matcher variable, boolean asks, SortedSet<List<String>> named, SortedSet<String> tested) {
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
