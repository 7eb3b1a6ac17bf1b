package dev.sendero.faults.provider;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** All providers of one run, one for each channel. */
public final class Loopback implements AutoCloseable {

    private final List<Provider> providers = new ArrayList<>();

    private Loopback() {}

    /** Starts each on a port of its own. */
    public static Loopback start() throws IOException {
        var loopback = new Loopback();
        loopback.providers.add(new WebhookReceiver());
        return loopback;
    }

    public List<Provider> all() {
        return List.copyOf(providers);
    }

    /** @throws IllegalArgumentException when it has not been started */
    public Provider of(Target target) {
        return providers.stream()
                .filter(provider -> provider.target() == target)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("target: " + target.title() + " (expected: one that is started)"));
    }

    @Override
    public void close() {
        providers.forEach(Provider::close);
    }
}
