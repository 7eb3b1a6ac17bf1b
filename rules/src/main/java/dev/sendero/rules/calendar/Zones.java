package dev.sendero.rules.calendar;

import dev.sendero.rules.journey.ZoneChoice;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;

/** In which time zone a local time of a customer is meant. */
public final class Zones {

    /** The trait that says where a customer is, as in {@code Europe/Madrid}. */
    private static final String TRAIT = "timezone";

    private final ZoneId ofProject;

    public Zones(ZoneId ofProject) {
        this.ofProject = ofProject;
    }

    /** @param traits the customer's, by name */
    public ZoneId of(ZoneChoice choice, Map<?, ?> traits) {
        if (choice instanceof ZoneChoice.Fixed fixed) {
            return fixed.zone();
        }
        return choice instanceof ZoneChoice.OfCustomer ? ofCustomer(traits) : ofProject;
    }

    private ZoneId ofCustomer(Map<?, ?> traits) {
        if (traits.get(TRAIT) instanceof String name) {
            try {
                return ZoneId.of(name.strip());
            } catch (DateTimeException unknown) {
                return ofProject;
            }
        }
        return ofProject;
    }
}
