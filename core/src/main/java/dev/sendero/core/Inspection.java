package dev.sendero.core;

import dev.sendero.api.event.Event;
import dev.sendero.core.detect.Begun;
import dev.sendero.core.run.CompiledJourney;
import dev.sendero.core.scope.Moment;
import dev.sendero.core.state.Customer;
import dev.sendero.core.state.Deadline;
import dev.sendero.core.state.Profile;
import dev.sendero.core.state.Run;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks into what is kept of a customer, for whoever explains decisions. Decides nothing and changes nothing. */
public final class Inspection {

    private static final String SEGMENTS = "segments";

    private final JourneySet journeys;

    public Inspection(JourneySet journeys) {
        this.journeys = journeys;
    }

    /** What is known of a customer, with what is computed among the traits, and the segments as one more. */
    public Profile profile(CustomerState state) {
        Customer customer = state.content();
        Profile said = customer.profile();
        if (journeys.traits().isEmpty()) {
            return said;
        }
        Moment now = Moment.ofDeadline(
                customer.id(), customer.millis(), said, journeys.traits().of(customer));
        Map<String, Object> traits = new LinkedHashMap<>(now.traits());
        if (now.profileMap().get(SEGMENTS) instanceof List<?> segments && !segments.isEmpty()) {
            traits.put(SEGMENTS, List.copyOf(segments));
        }
        return said.withTraits(traits, said.traitsAsOf());
    }

    /** Situations that have begun and may still be complete; those of hosted detectors are not known. */
    public List<Begun> begun(CustomerState state) {
        return journeys.watches().begun(state.content());
    }

    /**
     * A run that is on its way.
     *
     * @param step the wait or the delay where it rests; empty when that cannot be said
     */
    public record Resting(Run run, String step) {}

    /** The runs that are on their way, in the order of entry. */
    public List<Resting> resting(CustomerState state) {
        return state.content().runs().stream()
                .filter(Run::isActive)
                .map(run -> new Resting(run, stepOf(run)))
                .toList();
    }

    private String stepOf(Run run) {
        CompiledJourney journey = journeys.journeys().find(run.journey());
        return journey == null ? "" : journey.program().restingStep(run);
    }

    /** What is made from an event, in order: it is applied right after it. */
    public List<Event> madeFrom(Event event) {
        return journeys.derivations().from(event);
    }

    /** The properties of events of a name that journeys look at, by name; none of an event that nobody knows. */
    public Set<String> propertiesLookedAt(String eventName) {
        return journeys.eventFields().of(eventName).names();
    }

    /** What conditions see at an event, with the profile as the state has it. */
    public Moment at(Event event, CustomerState state) {
        return Moment.ofEvent(
                event, state.content().profile(), journeys.traits().of(state.content()));
    }

    /** What conditions see at a deadline, with the profile as the state has it. */
    public Moment at(Instant deadline, CustomerState state) {
        return Moment.ofDeadline(
                state.customer(),
                Deadline.millisOf(deadline),
                state.content().profile(),
                journeys.traits().of(state.content()));
    }
}
