package dev.sendero.rules.check;

import dev.sendero.api.StepId;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.journey.WaitFor;
import dev.sendero.rules.problem.DidYouMean;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.Place;
import dev.sendero.rules.problem.ProblemCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code opened} and {@code clicked} name a message to the customer that may have been sent when the wait begins. */
final class ReceiptsOfMessages implements JourneyCheck {

    @Override
    public void check(CheckedJourney checked, Findings findings) {
        Map<StepId, Step> byId = checked.journey().allSteps().stream()
                .collect(Collectors.toMap(Step::id, Function.identity(), (first, second) -> first));
        var before = StepsBefore.in(checked.journey());
        var receipts = new Receipts(checked, findings, byId);
        for (Step step : checked.journey().allSteps()) {
            if (step instanceof Step.WaitUntil wait) {
                wait.arms().forEach(arm -> receipts.arm(arm.until(), before.of(wait)));
            }
        }
    }

    private record Receipts(CheckedJourney checked, Findings findings, Map<StepId, Step> byId) {

        private void arm(WaitFor until, Set<StepId> before) {
            if (until instanceof WaitFor.Opened opened) {
                receipt(opened.step(), "opened", checked.places().of(opened), before);
            } else if (until instanceof WaitFor.Clicked clicked) {
                receipt(clicked.step(), "clicked", checked.places().of(clicked), before);
            }
        }

        private void receipt(StepId id, String verb, Place place, Set<StepId> before) {
            Optional<Step> step = Optional.ofNullable(byId.get(id));
            if (step.isEmpty()) {
                findings.error(
                        ProblemCode.UNKNOWN_STEP_ID,
                        place,
                        "no step '" + id + "' in this journey",
                        DidYouMean.hint(id.value(), messages()));
            } else if (checked.places().isBroken(step.get())) {
                return;
            } else if (!isMessage(step.get())) {
                findings.error(
                        ProblemCode.NO_RECEIPT,
                        place,
                        "the step '" + id + "' is nothing that can be " + verb,
                        DidYouMean.hint("", messages()));
            } else if (!before.contains(id)) {
                findings.error(
                        ProblemCode.NO_RECEIPT,
                        place,
                        "the step '" + id + "' is never sent before this wait",
                        "put the wait behind it");
            }
        }

        private List<String> messages() {
            return byId.values().stream()
                    .filter(Receipts::isMessage)
                    .map(step -> step.id().value())
                    .toList();
        }

        private static boolean isMessage(Step step) {
            return step.sends().stream().anyMatch(send -> send.channel().reachesCustomer());
        }
    }
}
