package dev.sendero.rules.journey.reading;

import dev.sendero.api.StepId;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Content;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.yaml.YamlNode;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;

/** Reads {@code email: {template, group, to, expires}}. */
final class EmailStepReader implements StepReader {

    @Override
    public Optional<Step> read(StepId id, YamlNode value, String position, JourneyScope scope) {
        return scope.values().mapping(value, "email").map(mapping -> {
            var reader = scope.reader(mapping);
            reader.require("'email'", "template", "group");
            String to = SendKeys.to(reader, scope);
            Content content = reader.scalar("template")
                    .flatMap(name -> scope.templates().email(name))
                    .<Content>map(template -> new Content.Email(
                            to,
                            template.from(),
                            template.subject(),
                            template.preheader(),
                            template.format(),
                            template.body(),
                            Collections.unmodifiableSortedMap(template.partials())))
                    .orElseGet(() -> new Content.Email(to, "", "", "", Content.Format.HTML, "", Map.of()));
            return SendKeys.send(id, Channel.EMAIL, content, reader, scope);
        });
    }
}
