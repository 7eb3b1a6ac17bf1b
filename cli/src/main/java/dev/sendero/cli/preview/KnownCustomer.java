package dev.sendero.cli.preview;

import dev.sendero.rules.project.Project;
import java.util.List;

/** A customer of whom something is known, to whom a template is to be written. */
sealed interface KnownCustomer permits RealProfile, PastCustomer {

    /**
     * At least one, the best first.
     *
     * @param situation a sample of somebody else, for what is not known of this customer
     */
    List<Sample> samples(Previewed previewed, Project project, Sample situation);
}
