package dev.sendero.rules.journey.reading;

import dev.sendero.api.StepId;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.yaml.YamlNode;
import java.util.Optional;

/** Reads one kind of step. */
interface StepReader {

    /**
     * @param value what stands behind the kind's key
     * @param position the step's place in the journey, such as {@code 2.otherwise.1}, for ids of steps inside it
     * @return empty when nothing sensible can be made of it; the problems are reported
     */
    Optional<Step> read(StepId id, YamlNode value, String position, JourneyScope scope);
}
