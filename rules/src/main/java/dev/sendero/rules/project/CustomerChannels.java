package dev.sendero.rules.project;

import dev.sendero.api.message.Channel;
import dev.sendero.rules.problem.DidYouMean;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.ValueReader;
import dev.sendero.rules.yaml.YamlNode;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The channels that reach customers, and lists of them in settings. */
final class CustomerChannels {

    static final Set<Channel> ALL = Collections.unmodifiableSet(EnumSet.copyOf(
            Arrays.stream(Channel.values()).filter(Channel::reachesCustomer).toList()));

    private CustomerChannels() {}

    /** Those of an entry {@code channels}; others are reported. */
    static Set<Channel> read(List<YamlNode> nodes, ValueReader values) {
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        for (YamlNode node : nodes) {
            values.scalar(node, "an entry of 'channels'").ifPresent(word -> {
                Optional<Channel> channel = ALL.stream()
                        .filter(known -> known.wireName().equals(word.text()))
                        .findFirst();
                channel.ifPresent(channels::add);
                if (channel.isEmpty()) {
                    values.findings()
                            .error(
                                    ProblemCode.WRONG_VALUE,
                                    word.place(),
                                    "no channel '" + word.text() + "' that reaches customers",
                                    DidYouMean.hint(
                                            word.text(),
                                            ALL.stream().map(Channel::wireName).toList()));
                }
            });
        }
        return Collections.unmodifiableSet(channels);
    }
}
