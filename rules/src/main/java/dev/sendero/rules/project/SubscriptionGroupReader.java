package dev.sendero.rules.project;

import dev.sendero.api.message.Channel;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.problem.DidYouMean;
import dev.sendero.rules.problem.Place;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.ValueReader;
import dev.sendero.rules.yaml.YamlMapping;
import dev.sendero.rules.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code offers: {title, channels, default: opted_in or opted_out}}. */
final class SubscriptionGroupReader {

    private static final String IN = "opted_in";
    private static final String OUT = "opted_out";

    private final ValueReader values;

    SubscriptionGroupReader(ValueReader values) {
        this.values = values;
    }

    Optional<SubscriptionGroup> read(YamlMapping.Entry entry) {
        String name = entry.name();
        if (name.equals(Step.TRANSACTIONAL)) {
            values.findings()
                    .error(
                            ProblemCode.WRONG_VALUE,
                            entry.key().place(),
                            "the group 'transactional' is built in",
                            "give this group another name");
            return Optional.empty();
        }
        return values.mapping(entry.value(), name).map(mapping -> {
            var reader = new MappingReader(mapping, values);
            String title = reader.prose("title").map(YamlScalar::text).orElse(name);
            Set<Channel> channels = reader.list("channels")
                    .map(nodes -> CustomerChannels.read(nodes, values))
                    .orElse(CustomerChannels.ALL);
            reader.list("channels").filter(List::isEmpty).ifPresent(none -> warnOfNobody(reader.placeOf("channels")));
            boolean optedIn = reader.scalar("default").map(this::optedIn).orElse(false);
            reader.refuseOthers("a subscription group");
            return new SubscriptionGroup(name, title, channels, optedIn);
        });
    }

    private void warnOfNobody(Place place) {
        values.findings()
                .warning(
                        ProblemCode.EMPTY_GROUP,
                        place,
                        "nobody can be in this group: it is offered on no channel",
                        "name a channel, or remove 'channels' to offer it on all");
    }

    private boolean optedIn(YamlScalar word) {
        if (!word.text().equals(IN) && !word.text().equals(OUT)) {
            values.findings()
                    .error(
                            ProblemCode.WRONG_VALUE,
                            word.place(),
                            "'default' is '" + word.text() + "'",
                            DidYouMean.hint(word.text(), List.of(IN, OUT)));
        }
        return word.text().equals(IN);
    }
}
