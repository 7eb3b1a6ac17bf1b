package dev.sendero.cli.explain;

import dev.sendero.cli.backtest.ReplayInput;
import dev.sendero.cli.backtest.ReplayWatch;
import dev.sendero.core.CustomerState;
import dev.sendero.core.Effect;
import dev.sendero.core.Inspection;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;

/** Finds out in which time zone a customer lives: the one that the profile names last, else the project's. */
final class CustomerZone implements ReplayWatch {

    private final Inspection inspection;
    private ZoneId zone;

    CustomerZone(Inspection inspection, ZoneId ofProject) {
        this.inspection = inspection;
        this.zone = ofProject;
    }

    @Override
    public void applied(ReplayInput input, CustomerState after, List<Effect> effects) {
        if (inspection.profile(after).traits().get("timezone") instanceof String name) {
            zone = named(name);
        }
    }

    private ZoneId named(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return zone;
        }
    }

    ZoneId zone() {
        return zone;
    }
}
