package dev.sendero.rules.project;

import dev.sendero.api.message.Channel;
import dev.sendero.rules.journey.reading.Durations;
import dev.sendero.rules.journey.reading.TimesOfDay;
import dev.sendero.rules.journey.reading.ZoneChoices;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.ValueReader;
import dev.sendero.rules.yaml.YamlMapping;
import dev.sendero.rules.yaml.YamlNode;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads {@code quiet_hours: {sms: {from, to, timezone}}}, or {@code {from, to, timezone}} for all channels, and
 * {@code frequency_caps: [{at_most, per, channels, groups}]}.
 */
final class SendingRulesReader {

    private static final int MOST_MESSAGES = 1_000;

    private final ValueReader values;
    private final KnownGroups knownGroups;

    SendingRulesReader(ValueReader values, KnownGroups knownGroups) {
        this.values = values;
        this.knownGroups = knownGroups;
    }

    SendingRules read(MappingReader settings) {
        Map<Channel, QuietHours> quietHours =
                settings.mapping("quiet_hours").map(this::quietHours).orElse(Map.of());
        List<FrequencyCap> caps = new ArrayList<>();
        for (YamlNode node : settings.list("frequency_caps").orElse(List.of())) {
            values.mapping(node, "a frequency cap").flatMap(this::cap).ifPresent(caps::add);
        }
        return new SendingRules(quietHours, caps);
    }

    private Map<Channel, QuietHours> quietHours(YamlMapping mapping) {
        var byChannel = new EnumMap<Channel, QuietHours>(Channel.class);
        if (mapping.entry("from").isPresent() || mapping.entry("to").isPresent()) {
            hours(mapping).ifPresent(hours -> CustomerChannels.ALL.forEach(channel -> byChannel.put(channel, hours)));
            return byChannel;
        }
        var reader = new MappingReader(mapping, values);
        for (Channel channel : CustomerChannels.ALL) {
            reader.mapping(channel.wireName()).flatMap(this::hours).ifPresent(hours -> byChannel.put(channel, hours));
        }
        reader.refuseOthers("'quiet_hours'");
        return byChannel;
    }

    private Optional<QuietHours> hours(YamlMapping mapping) {
        var reader = new MappingReader(mapping, values);
        reader.require("quiet hours", "from", "to");
        Optional<LocalTime> from = TimesOfDay.read(reader, "from");
        Optional<LocalTime> to = TimesOfDay.read(reader, "to");
        var zone = ZoneChoices.read(reader);
        reader.refuseOthers("quiet hours");
        if (from.isPresent() && from.equals(to)) {
            values.findings()
                    .error(
                            ProblemCode.WRONG_VALUE,
                            reader.placeOf("to"),
                            "quiet hours that end when they begin",
                            "write another time, such as from: \"21:00\", to: \"08:00\"");
            return Optional.empty();
        }
        return from.flatMap(start -> to.map(end -> new QuietHours(start, end, zone)));
    }

    private Optional<FrequencyCap> cap(YamlMapping mapping) {
        var reader = new MappingReader(mapping, values);
        reader.require("a frequency cap", "at_most", "per");
        Optional<Integer> atMost = reader.number("at_most", 1, MOST_MESSAGES);
        Optional<Duration> per = Durations.of(reader, "per");
        Set<Channel> channels = reader.list("channels")
                .map(nodes -> CustomerChannels.read(nodes, values))
                .orElse(Set.of());
        Set<String> groups = new TreeSet<>();
        reader.list("groups")
                .orElse(List.of())
                .forEach(node -> knownGroups.read(node).ifPresent(groups::add));
        reader.refuseOthers("a frequency cap");
        return atMost.flatMap(number ->
                per.map(length -> new FrequencyCap(number, length, channels, Collections.unmodifiableSet(groups))));
    }
}
