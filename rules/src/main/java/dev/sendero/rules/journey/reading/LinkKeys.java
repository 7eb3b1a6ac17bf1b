package dev.sendero.rules.journey.reading;

import dev.sendero.api.StepId;
import dev.sendero.api.message.Channel;
import dev.sendero.rules.journey.Utm;
import dev.sendero.rules.yaml.MappingReader;
import java.util.Map;

/** The key {@code utm} of messages that have links. */
final class LinkKeys {

    private LinkKeys() {}

    /** The query parameters that the message's links get, by name. */
    static Map<String, String> read(StepId id, Channel channel, MappingReader reader, JourneyScope scope) {
        Utm utm = reader.node("utm")
                .flatMap(node -> UtmReader.read(scope.values(), node))
                .map(scope.utm()::with)
                .orElse(scope.utm());
        return utm.parameters(channel.wireName(), scope.journey(), id.value());
    }
}
