package dev.sendero.core.calendar;

import dev.sendero.core.state.Profile;
import dev.sendero.rules.journey.ZoneChoice;
import java.time.DateTimeException;
import java.time.ZoneId;

/** In which time zone a local time of a customer is meant. */
public final class Zones {

    /** The trait that says where a customer is, as in {@code Europe/Madrid}. */
    private static final String TRAIT = "timezone";

    private final ZoneId ofProject;

    public Zones(ZoneId ofProject) {
        this.ofProject = ofProject;
    }

    public ZoneId of(ZoneChoice choice, Profile profile) {
        if (choice instanceof ZoneChoice.Fixed fixed) {
            return fixed.zone();
        }
        return choice instanceof ZoneChoice.OfCustomer ? ofCustomer(profile) : ofProject;
    }

    private ZoneId ofCustomer(Profile profile) {
        if (profile.traits().get(TRAIT) instanceof String name) {
            try {
                return ZoneId.of(name.strip());
            } catch (DateTimeException unknown) {
                return ofProject;
            }
        }
        return ofProject;
    }
}
