package dev.sendero.rules.journey.reading;

import dev.sendero.api.json.WireJson;
import dev.sendero.rules.template.TemplateKind;
import dev.sendero.rules.yaml.ValueReader;
import dev.sendero.rules.yaml.YamlMapping;
import dev.sendero.rules.yaml.YamlNode;
import dev.sendero.rules.yaml.YamlScalar;
import dev.sendero.rules.yaml.YamlSequence;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Keys and values of a journey file that become JSON, in which every text is a template. */
final class JsonTemplates {

    private JsonTemplates() {}

    static String read(YamlNode node, JourneyScope scope) {
        checkTexts(node, scope);
        Object json = ValueReader.json(node).orElse(Map.of());
        return new String(WireJson.write(json), StandardCharsets.UTF_8);
    }

    private static void checkTexts(YamlNode node, JourneyScope scope) {
        if (node instanceof YamlMapping mapping) {
            mapping.entries().forEach(entry -> checkTexts(entry.value(), scope));
        } else if (node instanceof YamlSequence sequence) {
            sequence.items().forEach(item -> checkTexts(item, scope));
        } else if (node instanceof YamlScalar scalar && scalar.kind() == YamlScalar.Kind.TEXT) {
            scope.templates().inline(scalar, TemplateKind.TEXT);
        }
    }
}
