package dev.sendero.core.scope;

import dev.sendero.api.CustomerId;
import java.util.List;
import java.util.Map;

/** What is computed of a customer, besides what is said of him. Does not change, whatever happens later. */
public interface Insight {

    /** Where nothing is computed. */
    Insight NONE = new Insight() {
        @Override
        public Map<String, Object> traits(Map<String, Object> said, long now) {
            return said;
        }

        @Override
        public List<String> segments(CustomerId customer, Map<String, Object> traits, long now) {
            return List.of();
        }
    };

    /**
     * All traits at a time: those that are computed in the place of those of the same name.
     *
     * @param said what events and steps say of the customer
     * @param now milliseconds since 1970
     */
    Map<String, Object> traits(Map<String, Object> said, long now);

    /**
     * The names of the segments that a customer is in at a time.
     *
     * @param traits all of them, at that time
     */
    List<String> segments(CustomerId customer, Map<String, Object> traits, long now);
}
