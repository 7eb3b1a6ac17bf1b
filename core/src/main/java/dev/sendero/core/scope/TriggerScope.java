package dev.sendero.core.scope;

import dev.sendero.rules.expression.Scope;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a condition inside a trigger may look at. Fields are read from the event itself, so that no map is made for it.
 *
 * @param captured items by the name that the condition knows them by
 */
record TriggerScope(Moment moment, Map<String, Object> captured) implements Scope {

    @Override
    public Map<String, Object> event() {
        return moment.eventMap();
    }

    @Override
    public Map<String, Object> profile() {
        return moment.profileMap();
    }

    @Override
    public Map<String, Object> run() {
        return Map.of();
    }

    @Override
    public Instant now() {
        return moment.now();
    }

    @Override
    public @Nullable Object inEvent(String field) {
        return EventMaps.field(moment.event(), field);
    }

    @Override
    public @Nullable Object inProfile(String field) {
        return field.equals("traits") ? moment.traits() : moment.profileMap().get(field);
    }
}
