package dev.sendero.rules.journey.reading;

import dev.sendero.api.StepId;
import dev.sendero.rules.journey.DelayLength;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.YamlMapping;
import dev.sendero.rules.yaml.YamlNode;
import java.util.Optional;

/** Reads {@code delay: 24h}. */
final class DelayStepReader implements StepReader {

    @Override
    public Optional<Step> read(StepId id, YamlNode value, String position, JourneyScope scope) {
        if (value instanceof YamlMapping until && until.entry("until").isPresent()) {
            scope.findings()
                    .error(
                            ProblemCode.NOT_YET_SUPPORTED,
                            value.place(),
                            "'delay' with 'until' is not supported yet",
                            "write a duration, such as 'delay: 24h'");
            return Optional.empty();
        }
        return Durations.read(scope.values(), value, "delay")
                .map(length -> new Step.Delay(id, new DelayLength.Fixed(length)));
    }
}
