package dev.sendero.rules.project;

import dev.sendero.api.message.Channel;
import dev.sendero.rules.problem.DidYouMean;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.ValueReader;
import dev.sendero.rules.yaml.YamlMapping;
import dev.sendero.rules.yaml.YamlScalar;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code channels: {email: {…}, sms: {…}, slack: {…}, crm: {…}, webhook: {…}}}. */
final class ChannelsReader {

    private static final String RATE = "rate";
    private static final String ON_DOUBT = "on_doubt";

    /** Those of which no provider recognises repeats. */
    private static final Set<Channel> IN_DOUBT = EnumSet.of(Channel.EMAIL, Channel.SMS, Channel.SLACK);

    private final ValueReader values;
    private final KnownGroups groups;
    private final Map<Channel, Rate> rates = new EnumMap<>(Channel.class);
    private final Map<Channel, OnDoubt> doubts = new EnumMap<>(Channel.class);

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

    /** How providers are called; known once the channels are read. */
    CallRules calls() {
        return new CallRules(rates, doubts);
    }

    /** What is said of one channel, but for what is said of channels alike: its rate, and what it does in doubt. */
    private Optional<YamlMapping> channel(MappingReader reader, Channel channel) {
        Optional<YamlMapping> mapping = reader.mapping(channel.wireName());
        mapping.ifPresent(said -> readCalls(new MappingReader(said, values), channel));
        return mapping.map(said -> said.without(RATE))
                .map(said -> IN_DOUBT.contains(channel) ? said.without(ON_DOUBT) : said);
    }

    private void readCalls(MappingReader said, Channel channel) {
        said.scalar(RATE).flatMap(this::rate).ifPresent(rate -> rates.put(channel, rate));
        if (IN_DOUBT.contains(channel)) {
            said.scalar(ON_DOUBT).flatMap(this::onDoubt).ifPresent(onDoubt -> doubts.put(channel, onDoubt));
        }
    }

    private Optional<OnDoubt> onDoubt(YamlScalar written) {
        Optional<OnDoubt> onDoubt = OnDoubt.ofWord(written.text());
        if (onDoubt.isEmpty()) {
            values.findings()
                    .error(
                            ProblemCode.WRONG_VALUE,
                            written.place(),
                            "'on_doubt' is '" + written.text() + "'",
                            DidYouMean.hint(written.text(), OnDoubt.WORDS));
        }
        return onDoubt;
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
