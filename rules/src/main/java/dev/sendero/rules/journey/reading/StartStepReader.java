package dev.sendero.rules.journey.reading;

import dev.sendero.api.JourneyId;
import dev.sendero.api.StepId;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.yaml.YamlNode;
import dev.sendero.rules.yaml.YamlScalar;
import java.util.Optional;

/** Reads {@code start: other-journey}. */
final class StartStepReader implements StepReader {

    @Override
    public Optional<Step> read(StepId id, YamlNode value, String position, JourneyScope scope) {
        Optional<YamlScalar> name = scope.values().scalar(value, "start");
        if (name.isPresent() && name.get().text().isBlank()) {
            return scope.values().refuse(name.get(), "start", "the id of a journey");
        }
        return name.map(journey -> {
            var start = new Step.Start(id, new JourneyId(journey.text()));
            scope.places().putKey(start, "start", journey.place());
            return start;
        });
    }
}
