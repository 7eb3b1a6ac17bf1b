package dev.sendero.rules.journeytest;

import dev.sendero.api.StepId;
import dev.sendero.api.message.Channel;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.problem.DidYouMean;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The steps of the journey that is tested and of those that it starts; nothing is checked when there is no such journey. */
final class TestedSteps {

    private final List<Journey> journeys;
    private final Findings findings;

    /** @param journeys none when the tested one is not known */
    TestedSteps(List<Journey> journeys, Findings findings) {
        this.journeys = journeys;
        this.findings = findings;
    }

    /** The id of a step that sends by a channel; a problem when the journey has none. */
    Optional<StepId> sending(YamlScalar id, Channel channel) {
        return known(
                id, "no " + channel.wireName() + " step '" + id.text() + "'", stepsWhere(step -> step.sends().stream()
                        .anyMatch(send -> send.channel() == channel)));
    }

    /** The id of a step that sends to the customer. */
    Optional<StepId> message(YamlScalar id) {
        return known(id, "no message '" + id.text() + "'", stepsWhere(step -> step.sends().stream()
                .anyMatch(send -> send.channel().reachesCustomer())));
    }

    /** The id of a random split. */
    Optional<StepId> split(YamlScalar id) {
        return known(id, "no random split '" + id.text() + "'", stepsWhere(Step.RandomSplit.class::isInstance));
    }

    /** Reports an arm that a split does not have. */
    void checkArm(StepId split, YamlScalar arm) {
        List<String> arms = journeys.stream()
                .flatMap(found -> found.allSteps().stream())
                .filter(step -> step instanceof Step.RandomSplit && step.id().equals(split))
                .flatMap(step -> ((Step.RandomSplit) step).arms().stream())
                .map(Step.RandomSplit.Arm::name)
                .toList();
        if (!arms.isEmpty() && !arms.contains(arm.text())) {
            findings.error(
                    ProblemCode.WRONG_VALUE,
                    arm.place(),
                    "the split '" + split + "' has no arm '" + arm.text() + "'",
                    DidYouMean.hint(arm.text(), arms));
        }
    }

    private Optional<StepId> known(YamlScalar id, String message, List<String> known) {
        if (!journeys.isEmpty() && !known.contains(id.text())) {
            findings.error(
                    ProblemCode.UNKNOWN_STEP_ID,
                    id.place(),
                    message + " in the journey",
                    DidYouMean.hint(id.text(), known));
            return Optional.empty();
        }
        return id.text().isBlank() ? Optional.empty() : Optional.of(new StepId(id.text()));
    }

    private List<String> stepsWhere(Predicate<Step> wanted) {
        return journeys.stream()
                .flatMap(found -> found.allSteps().stream())
                .filter(wanted)
                .map(step -> step.id().value())
                .toList();
    }
}
