package dev.sendero.rules.project;

import dev.sendero.api.message.Channel;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.ValueReader;
import dev.sendero.rules.yaml.YamlMapping;
import dev.sendero.rules.yaml.YamlScalar;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Reads {@code channels: {email: {…}, sms: {…}, slack: {…}, crm: {…}, webhook: {…}}}. */
final class ChannelsReader {

    private static final String RATE = "rate";

    private final ValueReader values;
    private final KnownGroups groups;
    private final Map<Channel, Rate> rates = new EnumMap<>(Channel.class);

    ChannelsReader(ValueReader values, KnownGroups groups) {
        this.values = values;
        this.groups = groups;
    }

    Map<Channel, ChannelSettings> read(YamlMapping mapping) {
        var channels = new EnumMap<Channel, ChannelSettings>(Channel.class);
        var reader = new MappingReader(mapping, values);
        channel(reader, Channel.EMAIL)
                .map(new EmailChannelReader(values, groups)::read)
                .ifPresent(email -> channels.put(Channel.EMAIL, email));
        channel(reader, Channel.SMS)
                .flatMap(new SmsSettingsReader(values)::read)
                .ifPresent(sms -> channels.put(Channel.SMS, sms));
        channel(reader, Channel.SLACK)
                .map(new SlackSettingsReader(values)::read)
                .ifPresent(slack -> channels.put(Channel.SLACK, slack));
        channel(reader, Channel.CRM)
                .flatMap(new CrmSettingsReader(values)::read)
                .ifPresent(crm -> channels.put(Channel.CRM, crm));
        channel(reader, Channel.WEBHOOK)
                .map(new WebhookSettingsReader(values)::read)
                .ifPresent(webhook -> channels.put(Channel.WEBHOOK, webhook));
        reader.notYet("push");
        reader.refuseOthers("'channels'");
        return Map.copyOf(channels);
    }

    /** How often providers are called at most, by channel; known once the channels are read. */
    Map<Channel, Rate> rates() {
        return rates;
    }

    /** What is said of one channel, but for what is said of every channel alike: its rate. */
    private Optional<YamlMapping> channel(MappingReader reader, Channel channel) {
        Optional<YamlMapping> mapping = reader.mapping(channel.wireName());
        mapping.ifPresent(said -> new MappingReader(said, values)
                .scalar(RATE)
                .flatMap(this::rate)
                .ifPresent(rate -> rates.put(channel, rate)));
        return mapping.map(said -> said.without(RATE));
    }

    private Optional<Rate> rate(YamlScalar written) {
        Optional<Rate> rate = Rate.parse(written.text());
        if (rate.isEmpty()) {
            values.findings()
                    .error(
                            ProblemCode.WRONG_VALUE,
                            written.place(),
                            "'" + written.text() + "' is no rate of calls",
                            "write a number of calls and a time from 1s to 1d, such as " + Rate.EXAMPLES);
        }
        return rate;
    }
}
