package dev.sendero.benchmarks.roaster;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Consumer;

/** Tells what happens as events. Each arrives up to {@link #DELAY} later, so some arrive before what came earlier. */
final class Diary {

    /** Events arrive later than they happened by less. */
    static final Duration DELAY = Duration.ofSeconds(5);

    private static final CustomerId WAREHOUSE = new CustomerId("warehouse");

    private final Agenda agenda;
    private final SplittableRandom random;
    private final Consumer<Event> arrived;

    /** @param arrived told each event when it arrives */
    Diary(Agenda agenda, SplittableRandom random, Consumer<Event> arrived) {
        this.agenda = agenda;
        this.random = random;
        this.arrived = arrived;
    }

    Instant now() {
        return agenda.now();
    }

    void after(Duration time, Runnable act) {
        agenda.after(time, act);
    }

    /** The customer does something in the shop, with a device that says which one it is. */
    void does(Customer customer, String name, Map<String, Object> properties) {
        arrive(Event.track(nextId(), name, customer.id(), now(), properties).from(customer.device()));
    }

    /** Something happens to a known customer, and the roaster's own systems say so. */
    void happens(Customer customer, String name, Map<String, Object> properties) {
        arrive(Event.track(nextId(), name, customer.id(), now(), properties));
    }

    void changes(Customer customer, Map<String, Object> traits) {
        arrive(Event.identify(nextId(), customer.id(), now(), traits));
    }

    /** From now on the device is the customer's. */
    void logsIn(Customer customer, Map<String, Object> traits) {
        customer.becomeKnown();
        arrive(Event.identify(nextId(), customer.id(), now(), traits).from(customer.device()));
    }

    /** Something about an article, and of nobody. */
    void news(String name, Map<String, Object> properties) {
        arrive(Event.track(nextId(), name, WAREHOUSE, now(), properties));
    }

    private void arrive(Event event) {
        agenda.after(Duration.ofMillis(random.nextLong(DELAY.toMillis())), () -> arrived.accept(event));
    }

    private EventId nextId() {
        return new EventId(new UUID(random.nextLong(), random.nextLong()).toString());
    }
}
