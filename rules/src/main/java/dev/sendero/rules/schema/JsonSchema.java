package dev.sendero.rules.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sendero.rules.language.Form;
import dev.sendero.rules.language.Key;
import dev.sendero.rules.language.Language;
import dev.sendero.rules.language.Language.FileKind;
import dev.sendero.rules.language.Value;
import dev.sendero.rules.language.Value.Either;
import dev.sendero.rules.language.Value.ListOf;
import dev.sendero.rules.language.Value.MapOf;
import dev.sendero.rules.language.Value.Mapping;
import dev.sendero.rules.language.Value.Number;
import dev.sendero.rules.language.Value.Single;
import dev.sendero.rules.language.Value.Words;
import dev.sendero.rules.language.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * The JSON Schema of one kind of file, in draft 2020-12, of which it uses only what the editors' older drafts have too.
 * It tells shapes, not meanings: what it accepts may still have problems, and what it refuses always has one.
 */
public final class JsonSchema {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private JsonSchema() {}

    /** The name of the file in which editors expect it, such as {@code journey.schema.json}. */
    public static String fileName(FileKind kind) {
        return kind.name() + ".schema.json";
    }

    /** Indented by two spaces; ends with a line end. */
    public static String of(FileKind kind) {
        Form root = Language.form(kind.form());
        var schema = new LinkedHashMap<String, Object>();
        schema.put("$schema", DIALECT);
        schema.put("title", "Sendero: " + kind.where());
        schema.put("$ref", reference(root.name()));
        var definitions = new LinkedHashMap<String, Object>();
        Language.reachableFrom(root).forEach(form -> definitions.put(form.name(), of(form)));
        schema.put("$defs", definitions);
        return text(schema);
    }

    private static String text(Map<String, Object> schema) {
        var indenter = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(DefaultPrettyPrinter.NopIndenter.instance);
        printer.indentObjectsWith(indenter);
        try {
            return new JsonMapper().writer(printer).writeValueAsString(schema) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("schema: " + schema.keySet() + " (expected: plain values)", impossible);
        }
    }

    private static String reference(String form) {
        return "#/$defs/" + form;
    }

    private static Map<String, Object> of(Form form) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("description", form.meaning());
        schema.put("type", "object");
        schema.put("properties", properties(form));
        schema.put("additionalProperties", false);
        List<String> required = required(form.keys());
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        if (!form.oneAtLeast().isEmpty()) {
            schema.put(
                    "anyOf",
                    form.oneAtLeast().stream()
                            .map(key -> Map.of("required", List.of(key)))
                            .toList());
        }
        if (!form.variants().isEmpty()) {
            schema.put(
                    "oneOf",
                    form.variants().stream().map(variant -> of(form, variant)).toList());
        }
        return schema;
    }

    /** A key that several variants have is described once: by the first that has it. */
    private static Map<String, Object> properties(Form form) {
        var properties = new LinkedHashMap<String, Object>();
        for (Key key : form.keysBeside(form.kinds())) {
            properties.computeIfAbsent(key.name(), unseen -> {
                var schema = new LinkedHashMap<>(of(key.value()));
                schema.put("description", key.meaning());
                return schema;
            });
        }
        return properties;
    }

    /** That it is this variant, and has no key of another. */
    private static Map<String, Object> of(Form form, Variant variant) {
        var allowed = new LinkedHashSet<String>();
        form.keys().forEach(key -> allowed.add(key.name()));
        allowed.add(variant.kind().name());
        variant.keys().forEach(key -> allowed.add(key.name()));
        var required = new ArrayList<String>();
        required.add(variant.kind().name());
        required.addAll(required(variant.keys()));
        var schema = new LinkedHashMap<String, Object>();
        schema.put("required", required);
        schema.put("propertyNames", Map.of("enum", List.copyOf(allowed)));
        return schema;
    }

    private static List<String> required(List<Key> keys) {
        return keys.stream().filter(Key::required).map(Key::name).toList();
    }

    private static Map<String, Object> of(Value value) {
        if (value instanceof Single single) {
            return of(single);
        }
        if (value instanceof Number number) {
            var schema = new LinkedHashMap<String, Object>();
            schema.put("type", "integer");
            schema.put("minimum", number.least());
            schema.put("maximum", number.most());
            return schema;
        }
        if (value instanceof Words words) {
            return Map.of("enum", words.words());
        }
        if (value instanceof Mapping mapping) {
            return Map.of("$ref", reference(mapping.form()));
        }
        if (value instanceof ListOf list) {
            var schema = new LinkedHashMap<String, Object>();
            schema.put("type", "array");
            schema.put("items", of(list.item()));
            if (list.least() > 0) {
                schema.put("minItems", list.least());
            }
            return schema;
        }
        if (value instanceof MapOf map) {
            var schema = new LinkedHashMap<String, Object>();
            schema.put("type", "object");
            schema.put("additionalProperties", of(map.each()));
            return schema;
        }
        return Map.of(
                "anyOf", ((Either) value).values().stream().map(JsonSchema::of).toList());
    }

    private static Map<String, Object> of(Single single) {
        return switch (single) {
            case FLAG -> Map.of("type", "boolean");
            case NOTHING -> Map.of("type", "null");
            case ANYTHING -> Map.of();
            case CONDITION, EXPRESSION, TEXT, PROSE, LIQUID -> Map.of("type", List.of("string", "number", "boolean"));
            case DURATION, SHARE, TIME, TEST_TIME, DATE -> {
                var schema = new LinkedHashMap<String, Object>();
                schema.put("type", "string");
                schema.put("pattern", "^" + single.pattern() + "$");
                yield schema;
            }
        };
    }
}
