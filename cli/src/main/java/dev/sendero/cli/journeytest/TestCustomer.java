package dev.sendero.cli.journeytest;

import dev.sendero.api.CustomerId;
import dev.sendero.api.event.Event;
import dev.sendero.core.Admission;
import dev.sendero.core.CustomerState;
import dev.sendero.core.Decider;
import dev.sendero.core.Effect;
import dev.sendero.core.Linked;
import dev.sendero.core.identity.Identity;
import dev.sendero.core.identity.IdentityBounds;
import dev.sendero.core.identity.Recognition;
import dev.sendero.core.identity.Sighting;
import dev.sendero.core.identity.Visitor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The customer of a test, and the device that she uses: a customer of its own until she logs in. */
final class TestCustomer {

    /** The anonymous id of the device. */
    static final CustomerId DEVICE = new CustomerId("device");

    private final Decider decider;
    private final CustomerState customer;
    private final CustomerState device = CustomerState.fresh(DEVICE);
    private final Visitor<Event> visitor = Visitor.unknown();
    private final Identity<Event> identity = new Identity<>(IdentityBounds.DEFAULT, bite -> {});

    TestCustomer(CustomerId id, Decider decider) {
        this.decider = decider;
        this.customer = CustomerState.fresh(id);
    }

    /** What was known of her before the test: nothing begins with it. */
    List<Effect> isKnownFor(Event event) {
        return decider.apply(customer, event, Admission.PROFILE_ONLY);
    }

    /** What somebody else says of her, such as a server or one of our own messages; not by the device. */
    List<Effect> hearsOf(Event event) {
        return decider.apply(customer, event, Admission.ALL);
    }

    /**
     * What she does on the device. The first event that is not anonymous logs her in.
     *
     * @param anonymous nobody is logged in, as far as the device knows
     */
    List<Effect> does(Event event, boolean anonymous) {
        Event sent = (anonymous ? event.of(DEVICE) : event).from(DEVICE.value());
        Recognition<Event> recognition = identity.see(visitor, Sighting.of(sent), sent);
        var effects = new ArrayList<Effect>();
        if (recognition instanceof Recognition.Login<Event> login) {
            Instant at = Instant.ofEpochMilli(login.at().millis());
            effects.addAll(decider.depart(device, at));
            effects.addAll(decider.link(customer, new Linked(at, past(login.history()))));
        }
        boolean unknown = recognition.customer().equals(DEVICE.value());
        effects.addAll(decider.apply(
                unknown ? device : customer, sent.of(new CustomerId(recognition.customer())), Admission.ALL));
        return effects;
    }

    private List<Linked.Past> past(List<Event> history) {
        return history.stream()
                .map(event -> new Linked.Past(event.of(customer.customer()), Admission.ALL))
                .toList();
    }

    List<Effect> advance(Instant time) {
        var effects = new ArrayList<>(decider.advance(device, time));
        effects.addAll(decider.advance(customer, time));
        return effects;
    }

    /** {@link Instant#MAX} for never. */
    Instant nextDeadline() {
        Instant ofDevice = decider.nextDeadline(device);
        Instant ofCustomer = decider.nextDeadline(customer);
        return ofDevice.isBefore(ofCustomer) ? ofDevice : ofCustomer;
    }
}
