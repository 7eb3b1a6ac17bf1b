package dev.sendero.rules.project;

import dev.sendero.api.message.Channel;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.ValueReader;
import dev.sendero.rules.yaml.YamlMapping;
import java.util.EnumMap;
import java.util.Map;

/** Reads {@code channels: {email: {…}, sms: {…}, slack: {…}, crm: {…}, webhook: {…}}}. */
final class ChannelsReader {

    private final ValueReader values;
    private final KnownGroups groups;

    ChannelsReader(ValueReader values, KnownGroups groups) {
        this.values = values;
        this.groups = groups;
    }

    Map<Channel, ChannelSettings> read(YamlMapping mapping) {
        var channels = new EnumMap<Channel, ChannelSettings>(Channel.class);
        var reader = new MappingReader(mapping, values);
        reader.mapping("email")
                .map(new EmailChannelReader(values, groups)::read)
                .ifPresent(email -> channels.put(Channel.EMAIL, email));
        reader.mapping("sms")
                .flatMap(new SmsSettingsReader(values)::read)
                .ifPresent(sms -> channels.put(Channel.SMS, sms));
        reader.mapping("slack")
                .map(new SlackSettingsReader(values)::read)
                .ifPresent(slack -> channels.put(Channel.SLACK, slack));
        reader.mapping("crm")
                .flatMap(new CrmSettingsReader(values)::read)
                .ifPresent(crm -> channels.put(Channel.CRM, crm));
        reader.mapping("webhook")
                .map(new WebhookSettingsReader(values)::read)
                .ifPresent(webhook -> channels.put(Channel.WEBHOOK, webhook));
        reader.notYet("push");
        reader.refuseOthers("'channels'");
        return Map.copyOf(channels);
    }
}
