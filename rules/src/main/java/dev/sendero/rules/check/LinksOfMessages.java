package dev.sendero.rules.check;

import dev.sendero.rules.journey.Step;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.template.UntestedVariables;

/** A message that offers to unsubscribe is of a group that can be left, or asks whether it is. */
final class LinksOfMessages implements JourneyCheck {

    @Override
    public void check(CheckedJourney checked, Findings findings) {
        for (Step.Send send : checked.journey().allSends()) {
            if (!Step.isAgreedTo(send.group())
                    && UntestedVariables.links(send.content()).contains("unsubscribe")) {
                findings.warning(
                        ProblemCode.TEMPLATE_VARIABLE,
                        checked.places().of(send),
                        "'links.unsubscribe' is empty here: there is no subscription group to leave",
                        "write links.preferences, or ask whether it is there: {% if links.unsubscribe %}");
            }
        }
    }
}
