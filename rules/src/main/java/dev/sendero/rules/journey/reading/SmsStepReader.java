package dev.sendero.rules.journey.reading;

import dev.sendero.api.StepId;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Content;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.template.TemplateKind;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.YamlNode;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code sms: {text or template, group, to, expires}}. */
final class SmsStepReader implements StepReader {

    @Override
    public Optional<Step> read(StepId id, YamlNode value, String position, JourneyScope scope) {
        return scope.values().mapping(value, "sms").map(mapping -> {
            var reader = scope.reader(mapping);
            reader.require("'sms'", "group");
            String to = SendKeys.to(reader, scope);
            Content.Sms said = reader.oneOf("'sms'", List.of("text", "template"))
                    .flatMap(key -> key.equals("text") ? inline(reader, scope) : fromFile(reader, scope))
                    .orElse(new Content.Sms("", ""));
            return SendKeys.send(id, Channel.SMS, new Content.Sms(to, said.text(), said.locales()), reader, scope);
        });
    }

    private static Optional<Content.Sms> inline(MappingReader reader, JourneyScope scope) {
        return reader.prose("text")
                .map(text -> new Content.Sms("", scope.templates().inline(text, TemplateKind.TEXT)));
    }

    private static Optional<Content.Sms> fromFile(MappingReader reader, JourneyScope scope) {
        return reader.scalar("template")
                .flatMap(name -> scope.templates().text(name).map(template -> {
                    var locales = new TreeMap<String, String>();
                    scope.templates()
                            .textLocales(name)
                            .forEach((tag, variant) ->
                                    locales.put(tag, variant.body().strip()));
                    return new Content.Sms("", template.body().strip(), Collections.unmodifiableSortedMap(locales));
                }));
    }
}
