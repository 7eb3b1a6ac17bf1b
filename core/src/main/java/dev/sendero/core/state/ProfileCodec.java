package dev.sendero.core.state;

import dev.sendero.api.message.Channel;
import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A profile as bytes, within a customer's state. */
final class ProfileCodec {

    private ProfileCodec() {}

    static void write(Profile profile, StateOutput output) throws IOException {
        output.writeObject(profile.traits());
        output.writeLong(profile.traitsAsOf());
        output.writeCount(profile.consent().size());
        for (Map.Entry<String, Consent> entry : profile.consent().entrySet()) {
            output.writeName(entry.getKey());
            writeChannels(entry.getValue().granted(), output);
            writeChannels(entry.getValue().refused(), output);
        }
        output.writeLong(profile.consentAsOf());
    }

    static Profile read(StateInput input) throws IOException {
        Map<String, Object> traits = input.readObject();
        long traitsAsOf = input.readLong();
        Map<String, Consent> consent = new LinkedHashMap<>();
        for (int left = input.readCount(); left > 0; left--) {
            String group = input.readName();
            consent.put(group, new Consent(readChannels(input), readChannels(input)));
        }
        return new Profile(traits, consent, traitsAsOf, input.readLong());
    }

    static void writeChannels(Set<Channel> channels, StateOutput output) throws IOException {
        output.writeCount(channels.size());
        for (Channel channel : channels) {
            output.writeName(channel.wireName());
        }
    }

    static Set<Channel> readChannels(StateInput input) throws IOException {
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        for (int left = input.readCount(); left > 0; left--) {
            channels.add(Channel.ofWireName(input.readName()));
        }
        return channels;
    }
}
