package dev.sendero.core.trait;

import dev.sendero.api.CustomerId;
import dev.sendero.core.scope.Insight;
import dev.sendero.core.state.Tally;
import java.util.List;
import java.util.Map;

/** What is computed of a customer, from what is kept of him. */
record KeptInsight(TraitBook book, List<Tally> tallies) implements Insight {

    @Override
    public Map<String, Object> traits(Map<String, Object> said, long now) {
        return new TraitsView(book, tallies, said, now);
    }

    @Override
    public List<String> segments(CustomerId customer, Map<String, Object> traits, long now) {
        return book.segments().isEmpty() ? List.of() : new SegmentsView(book.segments(), customer, traits, now);
    }
}
