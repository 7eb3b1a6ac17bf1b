package dev.sendero.engine.operator;

import dev.sendero.api.journey.JourneyPublication;
import dev.sendero.core.CustomerState;
import dev.sendero.core.state.JourneyVersion;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.flink.util.CloseableIterator;

/** Looks at every customer of a task, a few at a time, and finds out which older versions nobody needs any more. */
final class Census {

    private final CustomerStates states;
    private final CloseableIterator<String> customers;
    private final List<JourneyPublication> candidates;
    private final Set<JourneyVersion> needed = new HashSet<>();

    /** @param candidates versions that nobody begins any more */
    Census(CustomerStates states, List<JourneyPublication> candidates) throws Exception {
        this.states = states;
        this.customers = states.customers();
        this.candidates = candidates;
    }

    /**
     * @param versionsOf which versions a customer needs
     * @return whether everybody has been looked at
     */
    boolean goOn(Function<CustomerState, Set<JourneyVersion>> versionsOf, Stretch stretch) throws Exception {
        stretch.begin();
        while (customers.hasNext()) {
            CustomerCell cell = states.pass(customers.next());
            if (cell != null) {
                needed.addAll(versionsOf.apply(cell.state()));
            }
            if (stretch.isOver()) {
                return false;
            }
        }
        return true;
    }

    /** What nobody needs, once everybody has been looked at. */
    List<JourneyPublication> unneeded() {
        return candidates.stream()
                .filter(publication ->
                        !needed.contains(new JourneyVersion(publication.journey(), publication.version())))
                .toList();
    }

    /** To be called in any case. */
    void end() throws Exception {
        customers.close();
    }
}
