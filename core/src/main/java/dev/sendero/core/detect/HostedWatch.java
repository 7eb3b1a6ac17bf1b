package dev.sendero.core.detect;

import dev.sendero.core.scope.Moment;
import dev.sendero.core.state.Customer;
import dev.sendero.core.state.Hosted;
import dev.sendero.core.state.JourneyVersion;

/** A detector that is not built in, at work for a journey version. */
record HostedWatch(JourneyVersion journey, Detector detector, Openings openings) {

    HostedWatch openAt(Openings other) {
        return new HostedWatch(journey, detector, other);
    }

    boolean sees(String eventName, Name name) {
        return detector.eventNames().contains(eventName) || (detector.seesAllEvents() && name.isActivity());
    }

    void apply(Customer customer, Moment moment, Findings findings) {
        Hosted before = customer.hosted(journey);
        customer.keep(detector.apply(before, moment, openings.contain(moment.millis()), findings::add));
    }

    void applyLate(Customer customer, Moment moment) {
        customer.keep(detector.applyLate(customer.hosted(journey), moment));
    }

    /** Returns whether the detector was asked. */
    boolean fire(Customer customer, Moment moment, Findings findings) {
        Hosted before = customer.hosted(journey);
        if (before.deadline() != moment.millis()) {
            return false;
        }
        customer.keep(detector.fire(before, moment, findings::add));
        return true;
    }
}
