package dev.sendero.core.trait;

import dev.sendero.api.event.Event;
import dev.sendero.core.scope.EventMaps;
import dev.sendero.rules.expression.Scope;
import dev.sendero.rules.journey.EventMatch;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An event as computed traits look at it.
 *
 * @param at when it happened, milliseconds since 1970
 * @param latest the time of the newest event or deadline of its customer, which may be later
 * @param otherCurrency told of an amount that is not added, by the currency that its event names
 */
record Happening(Event cause, long at, long latest, Consumer<String> otherCurrency) implements Scope {

    boolean isLate() {
        return at < latest;
    }

    /** Whether it surely is one of some. */
    boolean isOneOf(List<EventMatch> matches) {
        for (EventMatch match : matches) {
            if (is(match)) {
                return true;
            }
        }
        return false;
    }

    boolean is(EventMatch match) {
        return match.event().equals(cause.name()) && match.where().test(this).isTrue();
    }

    @Override
    public Map<String, Object> event() {
        return EventMaps.of(cause);
    }

    @Override
    public @Nullable Object inEvent(String field) {
        return EventMaps.field(cause, field);
    }

    @Override
    public Map<String, Object> profile() {
        return Map.of();
    }

    @Override
    public Map<String, Object> run() {
        return Map.of();
    }

    @Override
    public Map<String, Object> captured() {
        return Map.of();
    }

    @Override
    public Instant now() {
        return cause.timestamp();
    }
}
