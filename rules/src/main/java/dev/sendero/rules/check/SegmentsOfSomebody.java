package dev.sendero.rules.check;

import dev.sendero.rules.journey.reading.WrittenCondition;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.ProblemCode;
import java.util.List;

/** Every segment may have somebody in it and somebody who is not; so may the conditions of computed traits. */
public final class SegmentsOfSomebody {

    /** Behind which key the condition of a trait stands; that of a segment stands behind the segment's name. */
    private static final String OF_TRAIT = "where";

    private SegmentsOfSomebody() {}

    /** @param conditions of one file of traits and segments */
    public static void check(List<WrittenCondition> conditions, Findings findings) {
        for (WrittenCondition written : conditions) {
            if (!written.key().equals(OF_TRAIT) && ConstantConditions.canNeverBeTrue(written)) {
                findings.warning(
                        ProblemCode.EMPTY_GROUP,
                        written.place(),
                        "nobody can be in the segment '" + written.key() + "': its condition is never true",
                        ConstantConditions.NEVER_TRUE_HINT);
            } else {
                ConstantConditions.check(written, findings);
            }
        }
    }
}
