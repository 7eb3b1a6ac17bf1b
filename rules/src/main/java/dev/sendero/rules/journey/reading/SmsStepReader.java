package dev.sendero.rules.journey.reading;

import dev.sendero.api.StepId;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Content;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.template.TemplateKind;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/** Reads {@code sms: {text or template, group, to, expires}}. */
final class SmsStepReader implements StepReader {

    @Override
    public Optional<Step> read(StepId id, YamlNode value, String position, JourneyScope scope) {
        return scope.values().mapping(value, "sms").map(mapping -> {
            var reader = scope.reader(mapping);
            reader.require("'sms'", "group");
            String to = SendKeys.to(reader, scope);
            String text = reader.oneOf("'sms'", List.of("text", "template"))
                    .flatMap(key -> key.equals("text") ? inline(reader, scope) : fromFile(reader, scope))
                    .orElse("");
            return SendKeys.send(id, Channel.SMS, new Content.Sms(to, text), reader, scope);
        });
    }

    private static Optional<String> inline(MappingReader reader, JourneyScope scope) {
        return reader.prose("text").map(text -> scope.templates().inline(text, TemplateKind.TEXT));
    }

    private static Optional<String> fromFile(MappingReader reader, JourneyScope scope) {
        return reader.scalar("template")
                .flatMap(name -> scope.templates().text(name))
                .map(template -> template.body().strip());
    }
}
