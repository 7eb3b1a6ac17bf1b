package dev.sendero.rules.journeytest;

import dev.sendero.api.message.Channel;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.ValueReader;
import dev.sendero.rules.yaml.YamlMapping;
import dev.sendero.rules.yaml.YamlScalar;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads one entry of a test's {@code expect}: {@code {at, email: step, subject, text}}. */
final class ExpectedMessageReader {

    private static final List<String> CHANNELS =
            Arrays.stream(Channel.values()).map(Channel::wireName).toList();

    private final ValueReader values;
    private final TestedSteps steps;

    ExpectedMessageReader(ValueReader values, TestedSteps steps) {
        this.values = values;
        this.steps = steps;
    }

    Optional<ExpectedMessage> read(YamlMapping mapping) {
        var reader = new MappingReader(mapping, values);
        reader.require("an entry of 'expect'", "at");
        Optional<TestTime> at = TestTimes.read(reader);
        String subject = reader.prose("subject").map(YamlScalar::text).orElse("");
        String text = reader.prose("text").map(YamlScalar::text).orElse("");
        Optional<ExpectedMessage> message = reader.oneOf("an entry of 'expect'", CHANNELS)
                .flatMap(name -> reader.scalar(name).flatMap(step -> {
                    Channel channel = Channel.ofWireName(name);
                    return steps.sending(step, channel)
                            .flatMap(id -> at.map(
                                    time -> new ExpectedMessage(reader.place(), time, channel, id, subject, text)));
                }));
        reader.refuseOthers("an entry of 'expect'");
        return message;
    }
}
