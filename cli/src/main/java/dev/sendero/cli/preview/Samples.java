package dev.sendero.cli.preview;

import dev.sendero.cli.journeytest.TestMessage;
import dev.sendero.rules.project.Project;
import dev.sendero.rules.template.CustomerLinks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds values for a template: those of a known customer, those of the journey tests that send it, and made-up ones. */
final class Samples {

    private final Optional<KnownCustomer> known;
    private final Instant now;

    /** @param known a customer whose values are to be taken */
    Samples(Optional<KnownCustomer> known, Instant now) {
        this.known = known;
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
                        CustomerLinks.SAMPLE.variables(sent.message()),
                        Previewed.linksOf(sent.message(), project)));
            }
        }
        samples.add(new MadeUpValues(project.plan(), now).sampleFor(previewed, previewed.links(project)));
        known.ifPresent(customer -> samples.addAll(0, customer.samples(previewed, project, samples.get(0))));
        return samples;
    }
}
