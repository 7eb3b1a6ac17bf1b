package dev.sendero.rules.check;

import dev.sendero.rules.journey.Step;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.ProblemCode;
import java.math.BigDecimal;

/** The shares of a random split add up to 100 %. */
final class SharesAddUp implements JourneyCheck {

    private static final int WHOLE = 10_000;

    @Override
    public void check(CheckedJourney checked, Findings findings) {
        for (Step step : checked.journey().allSteps()) {
            if (step instanceof Step.RandomSplit split && !checked.places().isBroken(split)) {
                int sum = split.arms().stream()
                        .mapToInt(arm -> arm.share().tenThousandths())
                        .sum();
                if (sum != WHOLE) {
                    findings.error(
                            ProblemCode.SHARES,
                            checked.places().of(split),
                            "the shares add up to " + percent(sum),
                            sum < WHOLE
                                    ? percent(WHOLE - sum) + " are missing; an arm may have 'steps: []'"
                                    : "take away " + percent(sum - WHOLE));
                }
            }
        }
    }

    private static String percent(int tenThousandths) {
        return BigDecimal.valueOf(tenThousandths, 2).stripTrailingZeros().toPlainString() + " %";
    }
}
