package dev.sendero.courier;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.message.Erasure;
import dev.sendero.store.erasure.ErasureProgress;
import dev.sendero.store.erasure.Erasures;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Knows who has been erased, and clears nothing. */
final class ScriptedErasures implements Erasures {

    private final Map<CustomerId, Instant> erased = new HashMap<>();

    @Override
    public void begin(EventId receipt, CustomerId customer, Instant until, Instant now) {
        erased.put(customer, until);
    }

    @Override
    public void complete(Erasure erasure, Instant now) {
        erased.put(erasure.customer(), erasure.at());
    }

    @Override
    public Optional<ErasureProgress> find(EventId receipt) {
        return Optional.empty();
    }

    @Override
    public boolean isKnownErased(CustomerId customer, Instant happened) {
        return isErased(customer, happened);
    }

    @Override
    public void look() {}

    @Override
    public boolean isErased(CustomerId customer, Instant happened) {
        Instant until = erased.get(customer);
        return until != null && !happened.isAfter(until);
    }
}
