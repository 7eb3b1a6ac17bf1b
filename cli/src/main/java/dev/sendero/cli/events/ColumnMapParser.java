package dev.sendero.cli.events;

import dev.sendero.rules.problem.DidYouMean;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.Place;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.YamlMapping;
import dev.sendero.rules.yaml.YamlNode;
import dev.sendero.rules.yaml.YamlScalar;
import dev.sendero.rules.yaml.YamlSequence;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Understands the YAML of a column map. What is wrong goes to the findings; the map is then not to be used. */
final class ColumnMapParser {

    private static final List<String> KEYS =
            List.of("delimiter", "header", "userId", "event", "messageId", "timestamp", "properties", "types");
    private static final String EVERY_COLUMN = "*";
    private static final FieldSource ABSENT = new FieldSource.Absent();

    private final Findings findings;

    ColumnMapParser(Findings findings) {
        this.findings = findings;
    }

    Optional<ColumnMap> parse(YamlNode root) {
        if (!(root instanceof YamlMapping mapping)) {
            wrong(root, "a column map is a mapping, not " + root.describe(), "userId: customer_id");
            return Optional.empty();
        }
        unknownKeys(mapping, KEYS);
        Optional<YamlNode> properties = mapping.get("properties");
        return Optional.of(new ColumnMap(
                mapping.get("delimiter").map(this::delimiter).orElse(Delimiter.COMMA),
                mapping.get("header").map(this::header).orElse(List.of()),
                required(mapping, "userId", "userId: customer_id"),
                required(mapping, "event", "event: event_name, or event: {const: Order Completed}"),
                mapping.get("messageId").map(this::field).orElse(ABSENT),
                timestampField(mapping),
                timestampFormat(mapping),
                properties.map(ColumnMapParser::isEveryColumn).orElse(true),
                properties
                        .filter(node -> !isEveryColumn(node))
                        .map(this::columns)
                        .orElse(List.of()),
                mapping.get("types").map(this::types).orElse(Map.of())));
    }

    private Delimiter delimiter(YamlNode node) {
        String text = text(node).orElse(",");
        if (text.equals("whitespace")) {
            return new Delimiter.Whitespace();
        }
        if (text.equals("tab") || text.equals("\\t")) {
            return new Delimiter.Character('\t');
        }
        if (text.length() != 1 || text.equals("\"") || text.equals("\n")) {
            wrong(node, "delimiter '" + text + "'", "one character in quotes, such as \";\", or tab, or whitespace");
            return Delimiter.COMMA;
        }
        return new Delimiter.Character(text.charAt(0));
    }

    private List<String> header(YamlNode node) {
        if (node instanceof YamlSequence sequence) {
            return sequence.items().stream()
                    .flatMap(item -> text(item).stream())
                    .toList();
        }
        if (!text(node).orElse("").equals("true")) {
            wrong(node, "header is true or a list of names", "header: true, or header: [customer, date, amount]");
        }
        return List.of();
    }

    private FieldSource required(YamlMapping mapping, String key, String example) {
        Optional<FieldSource> source = mapping.get(key).map(this::field);
        if (source.isEmpty()) {
            findings.error(
                    ProblemCode.MISSING_KEY, mapping.place(), "'" + key + "' is missing", "for example " + example);
        }
        return source.orElse(ABSENT);
    }

    private FieldSource field(YamlNode node) {
        if (node instanceof YamlMapping mapping) {
            unknownKeys(mapping, List.of("const"));
            return mapping.get("const")
                    .flatMap(this::text)
                    .<FieldSource>map(FieldSource.Constant::new)
                    .orElseGet(() -> {
                        wrong(node, "a column's name or {const: …} belongs here", "");
                        return ABSENT;
                    });
        }
        return text(node)
                .<FieldSource>map(name -> new FieldSource.FromColumn(new MappedColumn(name, node.place())))
                .orElse(ABSENT);
    }

    private FieldSource timestampField(YamlMapping mapping) {
        Optional<YamlNode> node = mapping.get("timestamp");
        if (node.isPresent()
                && node.get() instanceof YamlMapping timestamp
                && timestamp.get("const").isEmpty()) {
            unknownKeys(timestamp, List.of("column", "format", "zone"));
            return required(timestamp, "column", "timestamp: {column: created_at, format: yyyyMMdd}");
        }
        return required(mapping, "timestamp", "timestamp: created_at");
    }

    private TimestampFormat timestampFormat(YamlMapping mapping) {
        YamlNode node = mapping.get("timestamp").orElse(mapping);
        YamlMapping timestamp = node instanceof YamlMapping given && node != mapping
                ? given
                : new YamlMapping(mapping.place(), List.of());
        String pattern = timestamp.get("format").flatMap(this::text).orElse(TimestampFormat.ISO);
        ZoneId zone = timestamp.get("zone").flatMap(this::zone).orElse(ZoneOffset.UTC);
        try {
            return TimestampFormat.of(pattern, zone);
        } catch (IllegalArgumentException malformed) {
            wrong(
                    timestamp.get("format").orElse(timestamp),
                    "'" + pattern + "' is no pattern for times: " + malformed.getMessage(),
                    "y year, M month, d day, H hour, m minute, s second: dd.MM.yyyy HH:mm:ss; letters in '…'");
            return TimestampFormat.of(TimestampFormat.ISO, zone);
        }
    }

    private Optional<ZoneId> zone(YamlNode node) {
        String name = text(node).orElse("UTC");
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            wrong(
                    node,
                    "no time zone '" + name + "'",
                    DidYouMean.nearest(name, ZoneId.getAvailableZoneIds())
                            .map(near -> "did you mean '" + near + "'?")
                            .orElse("such as Europe/Madrid or UTC"));
            return Optional.empty();
        }
    }

    private static boolean isEveryColumn(YamlNode node) {
        return node instanceof YamlScalar scalar && scalar.text().equals(EVERY_COLUMN);
    }

    private List<MappedColumn> columns(YamlNode node) {
        if (!(node instanceof YamlSequence sequence)) {
            wrong(node, "properties is a list of columns or \"*\"", "properties: [price, brand]");
            return List.of();
        }
        var columns = new ArrayList<MappedColumn>();
        for (YamlNode item : sequence.items()) {
            text(item).ifPresent(name -> columns.add(new MappedColumn(name, item.place())));
        }
        return columns;
    }

    private Map<MappedColumn, ColumnType> types(YamlNode node) {
        var types = new LinkedHashMap<MappedColumn, ColumnType>();
        if (!(node instanceof YamlMapping mapping)) {
            wrong(node, "types is a mapping from columns to types", "types: {price: number}");
            return types;
        }
        for (YamlMapping.Entry entry : mapping.entries()) {
            String word = text(entry.value()).orElse("");
            ColumnType.of(word)
                    .ifPresentOrElse(
                            type -> types.put(
                                    new MappedColumn(entry.name(), entry.key().place()), type),
                            () -> wrong(
                                    entry.value(),
                                    "no type '" + word + "'",
                                    DidYouMean.hint(word, ColumnType.words())));
        }
        return types;
    }

    private Optional<String> text(YamlNode node) {
        if (node instanceof YamlScalar scalar && !scalar.text().isEmpty()) {
            return Optional.of(scalar.text());
        }
        wrong(node, "a text belongs here, not " + node.describe(), "");
        return Optional.empty();
    }

    private void unknownKeys(YamlMapping mapping, List<String> known) {
        for (YamlMapping.Entry entry : mapping.entries()) {
            if (!known.contains(entry.name())) {
                Place place = entry.key().place();
                findings.error(
                        ProblemCode.UNKNOWN_KEY,
                        place,
                        "no key '" + entry.name() + "' here",
                        DidYouMean.hint(entry.name(), known));
            }
        }
    }

    private void wrong(YamlNode node, String message, String hint) {
        findings.error(ProblemCode.WRONG_TYPE, node.place(), message, hint);
    }
}
