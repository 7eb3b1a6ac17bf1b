package dev.sendero.faults.provider;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** All providers of one run, one for each channel. */
public final class Loopback implements AutoCloseable {

    private final List<Provider> providers = new ArrayList<>();

    private Loopback() {}

    /**
     * Starts each on a port of its own.
     *
     * @param seed an even one for HubSpot, an odd one for Salesforce, of which a project has one
     */
    public static Loopback start(long seed) throws IOException {
        var loopback = new Loopback();
        try {
            loopback.providers.add(new SmtpProvider());
            loopback.providers.add(new TwilioProvider());
            loopback.providers.add(new SlackProvider());
            loopback.providers.add(seed % 2 == 0 ? new HubSpotProvider() : new SalesforceProvider());
            loopback.providers.add(new WebhookReceiver());
        } catch (IOException failed) {
            loopback.close();
            throw failed;
        }
        return loopback;
    }

    /** All that any provider is called with and nobody else may know. */
    public static Set<String> secrets() throws IOException {
        var secrets = new TreeSet<String>();
        for (long seed = 0; seed < 2; seed++) {
            try (Loopback loopback = start(seed)) {
                loopback.all().forEach(provider -> secrets.addAll(provider.secrets()));
            }
        }
        return secrets;
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
