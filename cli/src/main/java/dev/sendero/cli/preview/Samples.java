package dev.sendero.cli.preview;

import dev.sendero.cli.journeytest.TestMessage;
import dev.sendero.rules.project.Project;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds values for a template: those of the journey tests that send it, those of a real profile, and made-up ones. */
final class Samples {

    private final Optional<RealProfile> profile;
    private final Instant now;

    /** @param profile a customer whose values are to be taken */
    Samples(Optional<RealProfile> profile, Instant now) {
        this.profile = profile;
        this.now = now;
    }

    /** At least one, the best first. */
    List<Sample> of(Previewed previewed, Project project) {
        var samples = new ArrayList<Sample>();
        for (TestMessage sent : TestMessage.allOf(project)) {
            if (previewed.isSaidBy(sent.message(), project)) {
                samples.add(new Sample(
                        sent.message().customer() + " in the test: " + sent.test(),
                        sent.message().customer().value(),
                        sent.to(),
                        sent.message().variables()));
            }
        }
        samples.add(new MadeUpValues(project.plan(), now).sampleFor(previewed));
        profile.ifPresent(real -> samples.add(0, of(real, samples.get(0))));
        return samples;
    }

    /** The real customer, in the situation of a sample. */
    private static Sample of(RealProfile real, Sample situation) {
        Map<String, Object> variables = new LinkedHashMap<>(situation.variables());
        variables.put("profile", real.variables());
        return new Sample(real.id() + " in " + real.file(), real.id(), real.addressOr(situation.to()), variables);
    }
}
