package dev.sendero.rules.journey.reading;

import dev.sendero.api.StepId;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Content;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.template.TemplateKind;
import dev.sendero.rules.yaml.YamlNode;
import java.util.Optional;

/** Reads {@code slack: {channel, text}}. */
final class SlackStepReader implements StepReader {

    @Override
    public Optional<Step> read(StepId id, YamlNode value, String position, JourneyScope scope) {
        return scope.values().mapping(value, "slack").map(mapping -> {
            var reader = scope.reader(mapping);
            reader.require("'slack'", "channel", "text");
            String channel = reader.scalar("channel")
                    .map(name -> scope.templates().inline(name, TemplateKind.TEXT))
                    .orElse("");
            String text = reader.prose("text")
                    .map(source -> scope.templates().inline(source, TemplateKind.SLACK))
                    .orElse("");
            return SendKeys.action(id, Channel.SLACK, new Content.Slack(channel, text), reader);
        });
    }
}
