package dev.sendero.rules.journeytest;

import dev.sendero.api.CustomerId;
import dev.sendero.api.message.Channel;
import dev.sendero.rules.problem.DidYouMean;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.ValueReader;
import dev.sendero.rules.yaml.YamlMapping;
import dev.sendero.rules.yaml.YamlNode;
import dev.sendero.rules.yaml.YamlScalar;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads {@code profile: {id, traits, consent}}. */
final class TestProfileReader {

    private final ValueReader values;

    TestProfileReader(ValueReader values) {
        this.values = values;
    }

    TestProfile read(YamlMapping mapping) {
        var reader = new MappingReader(mapping, values);
        CustomerId id = reader.scalar("id")
                .map(YamlScalar::text)
                .filter(text -> !text.isBlank())
                .map(CustomerId::new)
                .orElse(TestProfile.ANYBODY.id());
        Map<String, Object> traits =
                reader.mapping("traits").map(TestValues::of).orElse(Map.of());
        var consent = new TreeMap<String, Set<Channel>>();
        reader.mapping("consent").ifPresent(groups -> groups.entries()
                .forEach(entry -> consent.put(entry.name(), channels(entry.value(), entry.name()))));
        reader.refuseOthers("a profile");
        return new TestProfile(id, traits, Collections.unmodifiableSortedMap(consent));
    }

    private Set<Channel> channels(YamlNode node, String group) {
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        for (YamlNode item : values.list(node, group).orElse(List.of())) {
            values.scalar(item, group).ifPresent(word -> Arrays.stream(Channel.values())
                    .filter(channel -> channel.wireName().equals(word.text()))
                    .findFirst()
                    .ifPresentOrElse(channels::add, () -> reportUnknown(word)));
        }
        return Collections.unmodifiableSet(channels);
    }

    private void reportUnknown(YamlScalar word) {
        values.findings()
                .error(
                        ProblemCode.WRONG_VALUE,
                        word.place(),
                        "no channel '" + word.text() + "'",
                        DidYouMean.hint(
                                word.text(),
                                Arrays.stream(Channel.values())
                                        .map(Channel::wireName)
                                        .toList()));
    }
}
