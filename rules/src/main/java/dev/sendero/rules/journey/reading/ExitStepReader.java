package dev.sendero.rules.journey.reading;

import dev.sendero.api.StepId;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.yaml.YamlNode;
import java.util.Optional;

/** Reads {@code exit: reason}. */
final class ExitStepReader implements StepReader {

    @Override
    public Optional<Step> read(StepId id, YamlNode value, String position, JourneyScope scope) {
        return scope.values().prose(value, "exit").map(reason -> new Step.Exit(id, reason.text()));
    }
}
