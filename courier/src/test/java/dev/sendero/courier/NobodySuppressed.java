package dev.sendero.courier;

import dev.sendero.api.message.Channel;
import dev.sendero.store.suppression.Suppression;
import dev.sendero.store.suppression.Suppressions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Every address may be written to. */
final class NobodySuppressed implements Suppressions {

    @Override
    public void add(Channel channel, String address, String reason, Instant at) {
        throw new AssertionError("suppression of " + channel + " address (expected: none)");
    }

    @Override
    public Optional<Suppression> find(Channel channel, String address) {
        return Optional.empty();
    }

    @Override
    public void remove(Channel channel, String address) {}

    @Override
    public List<Suppression> newest(int limit) {
        return List.of();
    }
}
