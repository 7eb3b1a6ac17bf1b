package dev.sendero.rules.layout;

import dev.sendero.rules.language.Language;
import dev.sendero.rules.language.Value;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.SourceFile;
import dev.sendero.rules.yaml.YamlMapping;
import dev.sendero.rules.yaml.YamlNode;
import dev.sendero.rules.yaml.YamlReader;
import dev.sendero.rules.yaml.YamlScalar;
import dev.sendero.rules.yaml.YamlSequence;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Lays out a file: keys in the order of the language, two spaces a level, one empty line at most. Comments stay with what
 * they stand before. What comes out says the same as what went in; where that cannot be had, nothing comes out.
 */
public final class Layout {

    private Layout() {}

    /** @param path relative to the project, with forward slashes: it says what the file is */
    public static Optional<String> of(String path, String text) {
        String source = SourceFile.of(path, text).text().replace("\r\n", "\n").replace('\r', '\n');
        try {
            Optional<Part> root = Parts.of(source);
            if (root.isEmpty()) {
                return Optional.empty();
            }
            Optional<Value> value = Language.kindOf(path).map(kind -> Value.form(kind.form()));
            String laidOut = new LayoutWriter(source, root.get()).write(value.orElse(Value.Single.ANYTHING));
            return saysTheSame(path, source, laidOut) ? Optional.of(laidOut) : Optional.empty();
        } catch (CannotLayOut unknown) {
            return Optional.empty();
        }
    }

    private static boolean saysTheSame(String path, String before, String after) {
        return meaningOf(path, before).equals(meaningOf(path, after))
                && commentsOf(before).equals(commentsOf(after));
    }

    private static List<String> commentsOf(String text) {
        return Parts.of(text).map(root -> new Comments(text, root).all()).orElse(List.of());
    }

    private static Optional<Object> meaningOf(String path, String text) {
        var findings = new Findings(SourceFile.of(path, text));
        Optional<YamlNode> root = YamlReader.read(findings);
        if (findings.hasErrors()) {
            throw new CannotLayOut("it has problems");
        }
        return root.map(Layout::meaningOf);
    }

    private static Object meaningOf(YamlNode node) {
        if (node instanceof YamlMapping mapping) {
            var entries = new TreeMap<String, Object>();
            mapping.entries().forEach(entry -> entries.put(entry.name(), meaningOf(entry.value())));
            return entries;
        }
        if (node instanceof YamlSequence sequence) {
            return sequence.items().stream().map(Layout::meaningOf).toList();
        }
        var scalar = (YamlScalar) node;
        return List.of(scalar.kind(), scalar.text());
    }
}
