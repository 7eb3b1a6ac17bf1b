package dev.sendero.cli.publish;

import dev.sendero.api.JourneyId;

/** What publishing did to one journey. */
public sealed interface Change {

    JourneyId journey();

    /** The job had no such journey. */
    record Added(JourneyId journey, String version) implements Change {}

    /** The structure is another: who is inside finishes the version before. */
    record NewVersion(JourneyId journey, String version) implements Change {}

    /** The structure is the same: the state, the title or what is said has changed. */
    record Updated(JourneyId journey, String version) implements Change {}

    /** The project has no such journey any more: who is inside leaves. */
    record Removed(JourneyId journey) implements Change {}
}
