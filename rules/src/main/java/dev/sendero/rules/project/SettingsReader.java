package dev.sendero.rules.project;

import dev.sendero.api.message.Channel;
import dev.sendero.rules.journey.Share;
import dev.sendero.rules.journey.Utm;
import dev.sendero.rules.journey.reading.Shares;
import dev.sendero.rules.journey.reading.UtmReader;
import dev.sendero.rules.plan.MadeEvents;
import dev.sendero.rules.problem.DidYouMean;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.trait.ProfileRules;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.ValueReader;
import dev.sendero.rules.yaml.YamlMapping;
import dev.sendero.rules.yaml.YamlNode;
import dev.sendero.rules.yaml.YamlReader;
import dev.sendero.rules.yaml.YamlScalar;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code sendero.yaml}. Every key may be missing. */
final class SettingsReader {

    private final Findings findings;
    private final ValueReader values;

    SettingsReader(Findings findings) {
        this.findings = findings;
        this.values = new ValueReader(findings);
    }

    Settings read() {
        return YamlReader.read(findings)
                .flatMap(node -> values.mapping(node, "sendero.yaml"))
                .map(this::settings)
                .orElse(Settings.DEFAULT);
    }

    private Settings settings(YamlMapping mapping) {
        var reader = new MappingReader(mapping, values);
        var groups = new TreeMap<String, SubscriptionGroup>();
        var groupReader = new SubscriptionGroupReader(values);
        reader.mapping("subscription_groups").ifPresent(entries -> entries.entries()
                .forEach(entry -> groupReader.read(entry).ifPresent(group -> groups.put(group.name(), group))));
        var knownGroups = new KnownGroups(values, groups.keySet());
        var channelsReader = new ChannelsReader(values, knownGroups);
        Map<Channel, ChannelSettings> channels =
                reader.mapping("channels").map(channelsReader::read).orElse(Map.of());
        List<String> writeKeys = texts(reader, "write_keys");
        var settings = new Settings(
                reader.prose("name").map(YamlScalar::text).orElse(Settings.DEFAULT.name()),
                zone(reader),
                currency(reader),
                texts(reader, "stages"),
                Collections.unmodifiableSortedMap(groups),
                channels,
                reader.mapping("links")
                        .map(new LinkSettingsReader(values)::read)
                        .orElse(LinkSettings.NONE),
                writeKeys.isEmpty() ? Settings.DEFAULT.writeKeys() : writeKeys,
                reader.mapping("bounds").map(new BoundsReader(values)::read).orElse(Bounds.DEFAULT),
                reader.node("holdout")
                        .flatMap(node -> Shares.read(values, node, "holdout"))
                        .orElse(Share.NONE),
                reader.node("utm").flatMap(node -> UtmReader.read(values, node)).orElse(Utm.OFF),
                new SendingRulesReader(values, knownGroups).read(reader).with(channelsReader.calls()),
                MadeEvents.NONE,
                ProfileRules.NONE);
        reader.refuseOthers("sendero.yaml");
        return settings;
    }

    private ZoneId zone(MappingReader reader) {
        Optional<YamlScalar> name = reader.scalar("timezone");
        if (name.isEmpty()) {
            return Settings.DEFAULT.zone();
        }
        try {
            return ZoneId.of(name.get().text());
        } catch (DateTimeException unknown) {
            findings.error(
                    ProblemCode.WRONG_VALUE,
                    name.get().place(),
                    "no time zone '" + name.get().text() + "'",
                    nearestOr(name.get().text(), ZoneId.getAvailableZoneIds(), "write one such as Europe/Madrid"));
            return Settings.DEFAULT.zone();
        }
    }

    private String currency(MappingReader reader) {
        Optional<YamlScalar> code = reader.scalar("currency");
        List<String> codes = Currency.getAvailableCurrencies().stream()
                .map(Currency::getCurrencyCode)
                .toList();
        if (code.isPresent() && !codes.contains(code.get().text())) {
            findings.error(
                    ProblemCode.WRONG_VALUE,
                    code.get().place(),
                    "no currency '" + code.get().text() + "'",
                    nearestOr(code.get().text(), codes, "write the three letters of ISO 4217, such as EUR"));
        }
        return code.map(YamlScalar::text).filter(codes::contains).orElse(Settings.DEFAULT.currency());
    }

    private static String nearestOr(String word, Collection<String> known, String otherwise) {
        return DidYouMean.nearest(word, known)
                .map(near -> "did you mean '" + near + "'?")
                .orElse(otherwise);
    }

    private List<String> texts(MappingReader reader, String key) {
        var texts = new ArrayList<String>();
        for (YamlNode item : reader.list(key).orElse(List.of())) {
            values.scalar(item, "an entry of '" + key + "'").ifPresent(text -> texts.add(text.text()));
        }
        return List.copyOf(texts);
    }
}
