package dev.sendero.cli.demo;

import dev.sendero.api.event.Event;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The demo's shop for tests elsewhere: its project, and what its customers do when they receive nothing. */
public final class DemoShop {

    private DemoShop() {}

    public static void copyProjectTo(Path folder) throws IOException {
        BundledShop.copyTo(folder);
    }

    /** The first {@code count} events, in order. */
    public static List<Event> events(long seed, Instant start, int count) {
        var shop = new ShopSimulation(ShopSettings.of(seed, start));
        var events = new ArrayList<Event>();
        Instant time = start;
        while (events.size() < count) {
            time = time.plus(Duration.ofHours(6));
            events.addAll(shop.playUntil(time));
        }
        return List.copyOf(events.subList(0, count));
    }
}
