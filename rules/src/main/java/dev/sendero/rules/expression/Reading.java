package dev.sendero.rules.expression;

import java.util.List;
import java.util.Set;

/**
 * Something of the scope that an expression or a template looks at.
 *
 * @param part where the path begins
 * @param fields the path below it, such as {@code properties}, {@code price}: what is there may be looked at, and all
 *     that is below it; empty for the whole part
 * @param presenceOnly whether it only asks whether the last field is there
 */
public record Reading(Part part, List<String> fields, boolean presenceOnly) {

    /** What a {@link Scope} consists of. */
    public enum Part {
        EVENT,
        PROFILE,
        RUN,
        /** Inside a trigger; the name of the captured item is the path's first field. */
        CAPTURED
    }

    /** For what cannot be told. */
    public static final Set<Reading> ANYTHING =
            Set.of(whole(Part.EVENT), whole(Part.PROFILE), whole(Part.RUN), whole(Part.CAPTURED));

    public Reading {
        fields = List.copyOf(fields);
    }

    /** All of a part. */
    public static Reading whole(Part part) {
        return of(part, List.of());
    }

    /** A value, whatever is done with it. */
    public static Reading of(Part part, List<String> fields) {
        return new Reading(part, fields, false);
    }
}
