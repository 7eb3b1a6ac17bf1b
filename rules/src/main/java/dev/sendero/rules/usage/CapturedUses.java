package dev.sendero.rules.usage;

import dev.sendero.rules.expression.Reading;
import dev.sendero.rules.expression.Reading.Part;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is looked at in captured events, by the name under which they are captured. */
final class CapturedUses {

    private final Map<String, CapturedUse> byName = new HashMap<>();
    private CapturedUse ofEach = CapturedUse.NONE;

    void add(Collection<Reading> readings) {
        for (Reading reading : readings) {
            if (reading.part() == Part.RUN || reading.part() == Part.CAPTURED) {
                add(reading);
            }
        }
    }

    private void add(Reading reading) {
        List<String> path = reading.fields();
        if (path.isEmpty()) {
            ofEach = CapturedUse.ALL;
        } else {
            byName.merge(path.get(0), useOf(path.subList(1, path.size()), reading.presenceOnly()), CapturedUse::and);
        }
    }

    private static CapturedUse useOf(List<String> path, boolean presenceOnly) {
        if (path.isEmpty()) {
            return presenceOnly ? CapturedUse.PRESENCE : CapturedUse.ALL;
        }
        boolean whole = path.size() == 1;
        return switch (path.get(0)) {
            case "name" -> CapturedUse.NAME;
            case "timestamp" -> CapturedUse.TIMESTAMP;
            case "all" -> whole && presenceOnly ? CapturedUse.LIST_PRESENCE : CapturedUse.ALL;
            case "properties" -> CapturedUse.ofProperties(EventProperties.below(path, presenceOnly));
            default -> CapturedUse.ALL;
        };
    }

    CapturedUse of(String name) {
        return ofEach.and(byName.getOrDefault(name, CapturedUse.NONE));
    }
}
