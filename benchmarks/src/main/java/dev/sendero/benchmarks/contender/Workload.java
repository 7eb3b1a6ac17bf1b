package dev.sendero.benchmarks.contender;

import dev.sendero.api.json.JsonObject;
import dev.sendero.api.json.RawEvent;
import dev.sendero.api.json.WireJson;
import dev.sendero.benchmarks.shop.Shop;
import dev.sendero.benchmarks.situation.ShopJourneys;
import dev.sendero.core.Admission;
import dev.sendero.engine.event.ReceivedEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All that a contender gets: the events in memory, the journeys, and a folder of its own. */
public final class Workload {

    /** The first quarter of the events fills the state and is not measured. */
    private static final int UNMEASURED = 4;

    private final Setup setup;
    private final Shop shop;
    private final ShopJourneys journeys;
    private final List<ReceivedEvent> events;
    private final Path folder;

    private Workload(Setup setup, Shop shop, ShopJourneys journeys, List<ReceivedEvent> events, Path folder) {
        this.setup = setup;
        this.shop = shop;
        this.journeys = journeys;
        this.events = events;
        this.folder = folder;
    }

    static Workload of(Setup setup, Path folder) {
        var shop = new Shop(setup.seed(), setup.customers(), setup.events());
        var events = new ArrayList<ReceivedEvent>(Math.toIntExact(setup.events()));
        for (long index = 0; index < setup.events(); index++) {
            RawEvent event = RawEvent.of(shop.event(index));
            events.add(ReceivedEvent.of(setup.contender().takesJson() ? written(event) : event, Admission.ALL));
        }
        return new Workload(
                setup,
                shop,
                ShopJourneys.of(setup.seed(), setup.journeys()).withTraits(setup.traits()),
                events,
                folder);
    }

    /** As it is when it has come from a broker. */
    private static RawEvent written(RawEvent event) {
        return new RawEvent(
                event.id(),
                event.type(),
                event.name(),
                event.customer(),
                event.anonymousId(),
                event.timestamp(),
                event.title(),
                JsonObject.ofWellFormed(WireJson.write(event.properties().read())),
                event.traits());
    }

    public Setup setup() {
        return setup;
    }

    public ShopJourneys journeys() {
        return journeys;
    }

    /** In the order in which they come. */
    public List<ReceivedEvent> events() {
        return events;
    }

    /** For whatever a contender writes; deleted afterwards. */
    public Path folder() {
        return folder;
    }

    /** The number of the first event that is measured. */
    public int firstMeasured() {
        return events.size() / UNMEASURED;
    }

    /** When the measuring begins, in event time. */
    public long measuredFrom() {
        return shop.timeOf(firstMeasured()).toEpochMilli();
    }

    /** See {@link Shop#settled()}. */
    public long settled() {
        return shop.settled().toEpochMilli();
    }

    /** The time up to which everything is to be decided. */
    public long end() {
        return shop.end().toEpochMilli();
    }
}
