package dev.sendero.rules.usage;

import dev.sendero.rules.expression.Reading;
import dev.sendero.rules.expression.Reading.Part;
import java.util.Collection;
import java.util.List;

/** Which properties of an event readings look at. */
final class EventProperties {

    private static final String PROPERTIES = "properties";

    private EventProperties() {}

    static Fields in(Collection<Reading> readings) {
        Fields fields = Fields.NONE;
        for (Reading reading : readings) {
            if (reading.part() == Part.EVENT) {
                fields = fields.and(in(reading));
            }
        }
        return fields;
    }

    private static Fields in(Reading reading) {
        List<String> path = reading.fields();
        if (path.isEmpty()) {
            return Fields.ALL;
        }
        return switch (path.get(0)) {
            case "name", "timestamp" -> Fields.NONE;
            case PROPERTIES -> below(path, reading.presenceOnly());
            default -> Fields.ALL;
        };
    }

    /** @param path from {@code properties} on */
    static Fields below(List<String> path, boolean presenceOnly) {
        if (path.size() > 1) {
            return Fields.of(path.get(1));
        }
        return presenceOnly ? Fields.NONE : Fields.ALL;
    }
}
