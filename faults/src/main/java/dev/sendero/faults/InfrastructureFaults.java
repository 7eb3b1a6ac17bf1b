package dev.sendero.faults;

import java.util.List;

/** What machines do to us: processes, disks, clocks and networks that go away and come back. */
final class InfrastructureFaults {

    private InfrastructureFaults() {}

    static List<Fault> all() {
        return List.of();
    }
}
