package dev.sendero.core.scope;

import dev.sendero.core.state.Run;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs as conditions and templates see them. */
public final class RunMaps {

    /** The name of the event that completed the trigger. */
    public static final String TRIGGER = "trigger";

    private RunMaps() {}

    /** Captured events by name, {@code trigger}, {@code id} and {@code key}. */
    public static Map<String, Object> of(Run run) {
        var map = new LinkedHashMap<>(run.captured());
        map.put("id", run.id().value());
        map.put("key", run.key());
        return map;
    }
}
