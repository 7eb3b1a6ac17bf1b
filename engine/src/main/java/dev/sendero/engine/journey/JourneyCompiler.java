package dev.sendero.engine.journey;

import dev.sendero.api.journey.JourneyPublication;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.project.Project;
import dev.sendero.rules.project.Publications;
import java.io.Serializable;
import java.util.Optional;

/** Understands publications. */
@FunctionalInterface
public interface JourneyCompiler extends Serializable {

    /** By the rules of this release: empty when they find an error in the sources. */
    JourneyCompiler BY_RULES = publication -> {
        Project project = Publications.read(publication);
        Journey journey = project.journeys().get(publication.journey());
        return journey == null
                ? Optional.empty()
                : Optional.of(new CompiledJourney(publication, journey, project.settings()));
    };

    Optional<CompiledJourney> compile(JourneyPublication publication);
}
