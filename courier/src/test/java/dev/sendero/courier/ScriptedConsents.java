package dev.sendero.courier;

import dev.sendero.api.CustomerId;
import dev.sendero.api.message.Channel;
import dev.sendero.store.consent.ConsentChange;
import dev.sendero.store.consent.ConsentLog;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** A consent log of which a test says what is withdrawn. */
final class ScriptedConsents implements ConsentLog {

    private final Predicate<CustomerId> withdrawn;

    private ScriptedConsents(Predicate<CustomerId> withdrawn) {
        this.withdrawn = withdrawn;
    }

    static ScriptedConsents nobodyWithdraws() {
        return new ScriptedConsents(customer -> false);
    }

    static ScriptedConsents everybodyWithdraws() {
        return new ScriptedConsents(customer -> true);
    }

    static ScriptedConsents unavailable() {
        return new ScriptedConsents(customer -> {
            throw new IllegalStateException("away");
        });
    }

    @Override
    public void append(List<ConsentChange> changes) {
        throw new AssertionError("changes: " + changes.size() + " (expected: none)");
    }

    @Override
    public boolean isWithdrawn(CustomerId customer, Channel channel, String group, Instant after) {
        return withdrawn.test(customer);
    }

    @Override
    public List<ConsentChange> of(CustomerId customer, int limit) {
        return List.of();
    }
}
