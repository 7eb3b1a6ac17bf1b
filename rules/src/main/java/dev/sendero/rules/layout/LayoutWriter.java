package dev.sendero.rules.layout;

import dev.sendero.rules.language.Form;
import dev.sendero.rules.language.Key;
import dev.sendero.rules.language.Language;
import dev.sendero.rules.language.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the parts of a text anew. */
final class LayoutWriter {

    /** Characters of a line up to which braces and brackets of several lines are put on one. */
    private static final int LINE = 120;

    private static final int INDENT = 2;

    private final String source;
    private final Part root;
    private final Comments comments;
    private final StringBuilder out = new StringBuilder();

    LayoutWriter(String source, Part root) {
        this.source = source;
        this.root = root;
        this.comments = new Comments(source, root);
    }

    String write(Value value) {
        lines(comments.above(root.start()), 0);
        if (root instanceof Part.Mapping mapping && !mapping.flow()) {
            mapping(mapping, 0, "", value);
        } else if (root instanceof Part.Sequence sequence && !sequence.flow()) {
            sequence(sequence, 0, value);
        } else {
            inline("", root, 0, value);
        }
        lines(comments.rest(), 0);
        return out.toString()
                        .replaceAll("^\n+", "")
                        .replaceAll("\n{3,}", "\n\n")
                        .stripTrailing() + "\n";
    }

    /** @param prefix what stands before the first key: spaces, or a hyphen */
    private void mapping(Part.Mapping mapping, int indent, String prefix, Value value) {
        Map<String, Value> values = valuesOf(mapping, value);
        String before = prefix;
        for (Part.Entry entry : ordered(mapping, values)) {
            boolean behindHyphen = before.endsWith("- ");
            lines(comments.above(entry.key().start()), behindHyphen ? indent - INDENT : indent);
            entry(entry, indent, before, values.getOrDefault(nameOf(entry), Value.Single.ANYTHING));
            before = " ".repeat(indent);
        }
    }

    private void entry(Part.Entry entry, int indent, String before, Value value) {
        String start = before + textOf(entry.key()) + ":";
        Part part = entry.value();
        if (part instanceof Part.Mapping mapping && !mapping.flow()) {
            out.append(start).append(comments.behind(entry.key().end())).append('\n');
            mapping(mapping, indent + INDENT, " ".repeat(indent + INDENT), value);
        } else if (part instanceof Part.Sequence sequence && !sequence.flow()) {
            out.append(start).append(comments.behind(entry.key().end())).append('\n');
            sequence(sequence, indent + INDENT, value);
        } else if (part instanceof Part.Scalar scalar && scalar.start() == scalar.end()) {
            out.append(start).append(comments.behind(entry.key().end())).append('\n');
        } else {
            inline(start + " ", part, indent, value);
        }
    }

    private void sequence(Part.Sequence sequence, int indent, Value value) {
        Value each = itemOf(value);
        String dash = " ".repeat(indent) + "- ";
        for (Part item : sequence.items()) {
            lines(comments.above(item.start()), indent);
            if (item instanceof Part.Mapping mapping && !mapping.flow()) {
                mapping(mapping, indent + INDENT, dash, each);
            } else if (item instanceof Part.Sequence inner && !inner.flow()) {
                throw new CannotLayOut("it has lists right inside lists");
            } else {
                inline(dash, item, indent, each);
            }
        }
    }

    /** A value behind its key or hyphen. */
    private void inline(String start, Part part, int indent, Value value) {
        String text = part instanceof Part.Scalar scalar
                ? scalar.block() ? block(scalar, indent) : continued(textOf(scalar), indent)
                : flow(start, part, indent, value);
        // A comment at the head of a block of text is a part of it.
        boolean isBlock = part instanceof Part.Scalar scalar && scalar.block();
        String behind = isBlock ? "" : comments.behind(Math.max(part.start(), part.end() - 1));
        out.append((start + text).stripTrailing()).append(behind).append('\n');
    }

    /** A text of several lines, each after the first at one depth. */
    private static String continued(String text, int indent) {
        if (text.indexOf('\n') < 0) {
            return text;
        }
        return text.lines().map(String::strip).collect(Collectors.joining("\n" + " ".repeat(indent + INDENT)));
    }

    private String block(Part.Scalar scalar, int indent) {
        List<String> lines = textOf(scalar).lines().toList();
        String head = lines.get(0);
        if (head.matches("[|>][^#]*[0-9+].*")) {
            throw new CannotLayOut("a text says itself how it is indented");
        }
        List<String> body = lines.subList(1, lines.size());
        int depth = body.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        var text = new StringBuilder(head);
        for (String line : body) {
            text.append('\n');
            if (!line.isBlank()) {
                text.append(" ".repeat(indent + INDENT)).append(line.substring(depth));
            }
        }
        return text.toString();
    }

    private String flow(String start, Part part, int indent, Value value) {
        String oneLine = flow(part, value);
        String written = source.substring(part.start(), part.end());
        if (written.indexOf('\n') < 0 || start.length() + oneLine.length() <= LINE) {
            return oneLine;
        }
        List<String> lines = written.lines().map(String::strip).toList();
        var text = new StringBuilder(lines.get(0));
        for (String line : lines.subList(1, lines.size())) {
            boolean closes = line.startsWith("}") || line.startsWith("]");
            text.append('\n')
                    .append(" ".repeat(closes ? indent : indent + INDENT))
                    .append(line);
        }
        return text.toString();
    }

    private String flow(Part part, Value value) {
        if (part instanceof Part.Mapping mapping) {
            Map<String, Value> values = valuesOf(mapping, value);
            return mapping.entries().isEmpty()
                    ? "{}"
                    : ordered(mapping, values).stream()
                            .map(entry -> (textOf(entry.key()) + ": "
                                            + flow(
                                                    entry.value(),
                                                    values.getOrDefault(nameOf(entry), Value.Single.ANYTHING)))
                                    .stripTrailing())
                            .collect(Collectors.joining(", ", "{ ", " }"));
        }
        if (part instanceof Part.Sequence sequence) {
            Value each = itemOf(value);
            return sequence.items().stream().map(item -> flow(item, each)).collect(Collectors.joining(", ", "[", "]"));
        }
        return continued(textOf((Part.Scalar) part), 0).replace('\n', ' ');
    }

    private void lines(List<String> comments, int indent) {
        for (String comment : comments) {
            out.append(comment.isEmpty() ? "" : " ".repeat(indent) + comment).append('\n');
        }
    }

    private String textOf(Part.Scalar scalar) {
        return source.substring(scalar.start(), scalar.end()).stripTrailing();
    }

    private String nameOf(Part.Entry entry) {
        String text = textOf(entry.key());
        boolean quoted = text.length() > 1 && (text.charAt(0) == '"' || text.charAt(0) == '\'');
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private List<Part.Entry> ordered(Part.Mapping mapping, Map<String, Value> values) {
        List<String> order = List.copyOf(values.keySet());
        var entries = new ArrayList<>(mapping.entries());
        entries.sort(Comparator.comparingInt(entry -> {
            int index = order.indexOf(nameOf(entry));
            return index < 0 ? order.size() : index;
        }));
        return entries;
    }

    /** What may stand behind each of a mapping's keys, in the order of the language; as written where names are the author's. */
    private Map<String, Value> valuesOf(Part.Mapping mapping, Value value) {
        var values = new LinkedHashMap<String, Value>();
        if (value instanceof Value.Mapping named) {
            Form form = Language.form(named.form());
            List<String> present = mapping.entries().stream().map(this::nameOf).toList();
            for (Key key : form.keysBeside(Set.copyOf(present))) {
                values.putIfAbsent(key.name(), key.value());
            }
        } else if (value instanceof Value.MapOf map) {
            mapping.entries().forEach(entry -> values.put(nameOf(entry), map.each()));
        } else if (value instanceof Value.Either either) {
            either.values().stream()
                    .filter(each -> each instanceof Value.Mapping || each instanceof Value.MapOf)
                    .findFirst()
                    .ifPresent(each -> values.putAll(valuesOf(mapping, each)));
        }
        return values;
    }

    private static Value itemOf(Value value) {
        if (value instanceof Value.ListOf list) {
            return list.item();
        }
        if (value instanceof Value.Either either) {
            return either.values().stream()
                    .filter(Value.ListOf.class::isInstance)
                    .findFirst()
                    .map(LayoutWriter::itemOf)
                    .orElse(Value.Single.ANYTHING);
        }
        return Value.Single.ANYTHING;
    }
}
