package dev.sendero.rules.journey.reading;

import dev.sendero.api.StepId;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Content;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.template.TemplateKind;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.YamlMapping;
import dev.sendero.rules.yaml.YamlNode;
import dev.sendero.rules.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/** Reads {@code crm: {object, key, set, note}}. Without a key the record is that of the customer's id. */
final class CrmStepReader implements StepReader {

    private static final String CUSTOMER = "{{ profile.id }}";

    @Override
    public Optional<Step> read(StepId id, YamlNode value, String position, JourneyScope scope) {
        return scope.values().mapping(value, "crm").map(mapping -> {
            var reader = scope.reader(mapping);
            reader.require("'crm'", "object", "set");
            String object = reader.scalar("object").map(YamlScalar::text).orElse("");
            String key = reader.scalar("key")
                    .map(source -> scope.templates().inline(source, TemplateKind.TEXT))
                    .orElse(CUSTOMER);
            String set = reader.mapping("set")
                    .map(values -> set(values, reader, scope))
                    .orElse("{}");
            String note = reader.prose("note")
                    .map(source -> scope.templates().inline(source, TemplateKind.TEXT))
                    .orElse("");
            Step step = SendKeys.action(id, Channel.CRM, new Content.Crm(key, object, set, note), reader);
            for (String named : List.of("object", "note")) {
                if (reader.has(named)) {
                    scope.places().putKey(step, named, reader.placeOf(named));
                }
            }
            return step;
        });
    }

    private static String set(YamlMapping values, MappingReader reader, JourneyScope scope) {
        if (values.entries().isEmpty()) {
            scope.findings()
                    .error(
                            ProblemCode.WRONG_VALUE,
                            reader.placeOf("set"),
                            "'set' sets nothing",
                            "name a field, such as 'set: { lifecycle: at-risk }'");
        }
        return JsonTemplates.read(values, scope);
    }
}
