package dev.sendero.rules.journey.reading;

import dev.sendero.api.StepId;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Content;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.template.TemplateKind;
import dev.sendero.rules.yaml.YamlNode;
import java.util.Map;
import java.util.Optional;

/** Reads {@code push: {title, text, link, group, to, expires, utm}}. */
final class PushStepReader implements StepReader {

    @Override
    public Optional<Step> read(StepId id, YamlNode value, String position, JourneyScope scope) {
        return scope.values().mapping(value, "push").map(mapping -> {
            var reader = scope.reader(mapping);
            reader.require("'push'", "text", "group");
            String to = SendKeys.to(reader, scope);
            String title = reader.prose("title")
                    .map(source -> scope.templates().inline(source, TemplateKind.TEXT))
                    .orElse("");
            String text = reader.prose("text")
                    .map(source -> scope.templates().inline(source, TemplateKind.TEXT))
                    .orElse("");
            String link = reader.scalar("link")
                    .map(source -> scope.templates().inline(source, TemplateKind.TEXT))
                    .orElse("");
            Map<String, String> links = LinkKeys.read(id, Channel.PUSH, reader, scope);
            return SendKeys.send(id, Channel.PUSH, new Content.Push(to, title, text, link, links), reader, scope);
        });
    }
}
