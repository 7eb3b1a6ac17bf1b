package dev.sendero.rules.journey.reading;

import dev.sendero.api.StepId;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Content;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.yaml.YamlNode;
import dev.sendero.rules.yaml.YamlScalar;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code email: {template, group, to, expires, utm}}. */
final class EmailStepReader implements StepReader {

    @Override
    public Optional<Step> read(StepId id, YamlNode value, String position, JourneyScope scope) {
        return scope.values().mapping(value, "email").map(mapping -> {
            var reader = scope.reader(mapping);
            reader.require("'email'", "template", "group");
            String to = SendKeys.to(reader, scope);
            Map<String, String> links = LinkKeys.read(id, Channel.EMAIL, reader, scope);
            Content content = reader.scalar("template")
                    .flatMap(name -> scope.templates()
                            .email(name)
                            .map(template -> email(to, template, locales(name, scope), links)))
                    .orElseGet(() -> new Content.Email(to, "", "", "", Content.Format.HTML, "", Map.of()));
            return SendKeys.send(id, Channel.EMAIL, content, reader, scope);
        });
    }

    private static Map<String, Content.Email> locales(YamlScalar name, JourneyScope scope) {
        var locales = new TreeMap<String, Content.Email>();
        scope.templates()
                .emailLocales(name)
                .forEach((tag, template) -> locales.put(tag, email("", template, Map.of(), Map.of())));
        return Collections.unmodifiableSortedMap(locales);
    }

    private static Content.Email email(
            String to, LoadedTemplate template, Map<String, Content.Email> locales, Map<String, String> links) {
        return new Content.Email(
                to,
                template.from(),
                template.subject(),
                template.preheader(),
                template.format(),
                template.body(),
                Collections.unmodifiableSortedMap(template.partials()),
                locales,
                links);
    }
}
