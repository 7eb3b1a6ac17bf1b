package dev.sendero.faults;

import java.util.List;

/** What providers do to us: refuse, fail, hang, and vanish in the middle of a call. */
final class ProviderFaults {

    private ProviderFaults() {}

    static List<Fault> all() {
        return List.of();
    }
}
