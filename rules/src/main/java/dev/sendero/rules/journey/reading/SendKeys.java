package dev.sendero.rules.journey.reading;

import dev.sendero.api.StepId;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Content;
import dev.sendero.rules.journey.SequenceItem;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.template.TemplateKind;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.YamlScalar;
import java.time.Duration;

/** The keys that all messages to customers have: {@code group}, {@code to}, {@code expires}. */
final class SendKeys {

    private SendKeys() {}

    static String to(MappingReader reader, JourneyScope scope) {
        return reader.scalar("to")
                .map(address -> scope.templates().inline(address, TemplateKind.TEXT))
                .orElse("");
    }

    /** The step, with the rest of the keys read; unknown ones are reported. */
    static Step send(StepId id, Channel channel, Content content, MappingReader reader, JourneyScope scope) {
        String group = reader.scalar("group").map(YamlScalar::text).orElse("");
        Duration expires = reader.node("expires")
                .flatMap(node -> Durations.read(scope.values(), node, "expires"))
                .orElse(SequenceItem.UNBOUNDED);
        reader.refuseOthers("'" + channel.wireName() + "'");
        var step = new Step.Send(id, channel, group, content, expires);
        if (reader.has("group")) {
            scope.places().putKey(step, "group", reader.placeOf("group"));
        }
        return step;
    }

    /** An action: what is not under consent. */
    static Step action(StepId id, Channel channel, Content content, MappingReader reader) {
        reader.refuseOthers("'" + channel.wireName() + "'");
        return new Step.Send(id, channel, "", content, SequenceItem.UNBOUNDED);
    }
}
