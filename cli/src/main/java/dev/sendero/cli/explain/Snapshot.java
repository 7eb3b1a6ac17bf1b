package dev.sendero.cli.explain;

import dev.sendero.core.CustomerState;
import dev.sendero.core.Inspection;
import dev.sendero.core.detect.Begun;
import dev.sendero.core.state.Profile;
import java.util.List;

/** What is kept of the customer at one moment, as far as it is told. */
record Snapshot(Profile profile, List<Begun> begun, List<Inspection.Resting> runs) {

    static final Snapshot NOTHING = new Snapshot(Profile.EMPTY, List.of(), List.of());

    static Snapshot of(CustomerState state, Inspection inspection) {
        return new Snapshot(inspection.profile(state), inspection.begun(state), inspection.resting(state));
    }
}
