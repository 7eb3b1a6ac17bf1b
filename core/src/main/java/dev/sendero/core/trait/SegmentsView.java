package dev.sendero.core.trait;

import dev.sendero.api.CustomerId;
import dev.sendero.rules.expression.Scope;
import java.time.Instant;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of the segments that a customer is in at a time; found out when somebody asks. */
final class SegmentsView extends AbstractList<String> {

    private final List<KeptSegment> segments;
    private final Scope scope;
    private @Nullable List<String> names;

    SegmentsView(List<KeptSegment> segments, CustomerId customer, Map<String, Object> traits, long now) {
        this.segments = segments;
        this.scope = scope(customer, traits, now);
    }

    static Scope scope(CustomerId customer, Map<String, Object> traits, long now) {
        return Scope.of(
                Map.of(),
                Map.of("id", customer.value(), "traits", traits, "segments", List.of()),
                Map.of(),
                Map.of(),
                Instant.ofEpochMilli(now));
    }

    private List<String> names() {
        List<String> made = names;
        if (made == null) {
            made = segments.stream()
                    .filter(segment -> segment.has(scope))
                    .map(KeptSegment::name)
                    .toList();
            names = made;
        }
        return made;
    }

    @Override
    public String get(int index) {
        return names().get(index);
    }

    @Override
    public int size() {
        return names().size();
    }
}
