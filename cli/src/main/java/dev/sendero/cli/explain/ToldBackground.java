package dev.sendero.cli.explain;

import dev.sendero.api.fact.Fact;
import dev.sendero.core.policy.EntryPolicy;
import dev.sendero.gateway.query.CustomerView.Decision;
import dev.sendero.gateway.query.CustomerView.JourneyOfCustomer;
import dev.sendero.gateway.query.JourneyGraph;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a running system tells around a fact: what the journey's file says and what was sent, but not what conditions
 * looked at.
 *
 * @param earlier what the journey decided before about this customer
 */
record ToldBackground(Decision decision, JourneyOfCustomer journey, List<Fact> earlier, LocalTimes times)
        implements Background {

    @Override
    public Choice choice(Fact fact) {
        if (decision.kind().equals(JourneyGraph.Kind.RANDOM_SPLIT.name())) {
            return Choice.CHANCE;
        }
        if (decision.kind().equals(JourneyGraph.Kind.WAIT_UNTIL.name())) {
            return Choice.WHAT_COMES_FIRST;
        }
        return decision.kind().equals(JourneyGraph.Kind.BRANCH.name()) ? Choice.CONDITIONS : Choice.NONE;
    }

    @Override
    public String recipient(Fact fact) {
        return decision.to();
    }

    @Override
    public Optional<String> said(Fact fact) {
        return decision.said().isEmpty() ? Optional.empty() : Optional.of(JsonText.of(decision.said()));
    }

    @Override
    public String messageId(Fact fact) {
        return "";
    }

    @Override
    public String group(Fact fact) {
        return decision.group();
    }

    @Override
    public List<String> failures(Fact fact) {
        return List.of();
    }

    @Override
    public String refusal(Fact fact) {
        return switch (fact.reason()) {
            case EntryPolicy.AUDIENCE -> audience("did not hold");
            case EntryPolicy.AUDIENCE_UNKNOWN -> audience("cannot be answered: something that it looks at is missing");
            case EntryPolicy.REENTRY ->
                ReentryWords.of(
                        fact,
                        earlier,
                        journey.reentrySeconds() < 0
                                ? Optional.empty()
                                : Optional.of(Duration.ofSeconds(journey.reentrySeconds())),
                        times);
            default -> ReasonWords.of(fact.reason());
        };
    }

    private String audience(String answer) {
        return "audience: " + (journey.audience().isEmpty() ? "it" : "'" + journey.audience() + "'") + " " + answer;
    }
}
