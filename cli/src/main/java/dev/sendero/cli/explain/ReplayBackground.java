package dev.sendero.cli.explain;

import dev.sendero.api.fact.Fact;
import dev.sendero.api.message.Message;
import dev.sendero.rules.expression.Scope;
import dev.sendero.rules.expression.failure.FirstFailure;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.Step;
import java.util.List;
import java.util.Optional;

/**
 * What a replay knows around a fact: everything.
 *
 * @param earlier what the journey decided before about this customer
 * @param change the input that brought the fact about
 */
record ReplayBackground(Journey journey, Refusals refusals, MessageText messages, List<Fact> earlier, Change change)
        implements Background {

    @Override
    public Choice choice(Fact fact) {
        Optional<Step> step = stepOf(fact);
        if (step.filter(Step.RandomSplit.class::isInstance).isPresent()) {
            return Choice.CHANCE;
        }
        if (step.filter(Step.WaitUntil.class::isInstance).isPresent()) {
            return Choice.WHAT_COMES_FIRST;
        }
        return step.filter(Step.Branch.class::isInstance).isPresent() ? Choice.CONDITIONS : Choice.NONE;
    }

    private Optional<Step> stepOf(Fact fact) {
        return journey.allSteps().stream()
                .filter(step -> step.id().value().equals(fact.step()))
                .findFirst();
    }

    @Override
    public String recipient(Fact fact) {
        return change.messageOf(fact).map(Message::to).orElse("");
    }

    @Override
    public Optional<String> said(Fact fact) {
        return change.messageOf(fact).flatMap(messages::of);
    }

    @Override
    public String messageId(Fact fact) {
        return change.messageOf(fact).map(message -> message.id().value()).orElse("");
    }

    @Override
    public String group(Fact fact) {
        return stepOf(fact).stream()
                .flatMap(step -> step.sends().stream())
                .filter(send -> send.channel().wireName().equals(fact.arm()))
                .map(Step.Send::group)
                .findFirst()
                .orElse("");
    }

    @Override
    public List<String> failures(Fact fact) {
        Scope scope = change.moment().scopeIn(KnownRun.of(journey, fact, change));
        return stepOf(fact).stream()
                .filter(Step.Branch.class::isInstance)
                .flatMap(step -> ((Step.Branch) step).arms().stream())
                .flatMap(arm -> FirstFailure.of(arm.when(), scope).stream())
                .map(FirstFailure::words)
                .toList();
    }

    @Override
    public String refusal(Fact fact) {
        return refusals.of(fact, earlier, change).text();
    }
}
