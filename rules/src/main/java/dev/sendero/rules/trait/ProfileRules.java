package dev.sendero.rules.trait;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code traits/*.yaml}: all that is computed of a project's customers.
 *
 * @param traits no two of one name
 * @param segments no two of one name
 */
public record ProfileRules(List<ComputedTrait> traits, List<Segment> segments) {

    /** What a project without such files has. */
    public static final ProfileRules NONE = new ProfileRules(List.of(), List.of());

    public ProfileRules {
        traits = List.copyOf(traits);
        segments = List.copyOf(segments);
    }

    public Set<String> segmentNames() {
        return segments.stream().map(Segment::name).collect(Collectors.toUnmodifiableSet());
    }
}
