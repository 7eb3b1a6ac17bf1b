package dev.sendero.rules.check;

import dev.sendero.api.event.ApiTriggers;
import dev.sendero.api.event.Event;
import dev.sendero.api.event.ReceiptEvents;
import dev.sendero.rules.journey.ConversionGoal;
import dev.sendero.rules.journey.EventMatch;
import dev.sendero.rules.journey.ExitRule;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.journey.WaitFor;
import dev.sendero.rules.problem.DidYouMean;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Every event is in the tracking plan, if there is one, or made by Sendero itself. */
final class KnownEvents implements JourneyCheck {

    private static final Set<String> BUILT_IN = Set.of(Event.PAGE_VIEWED, Event.SCREEN_VIEWED, Event.IDENTIFIED);

    @Override
    public void check(CheckedJourney checked, Findings findings) {
        if (!checked.plan().declared()) {
            return;
        }
        Set<String> known = checked.plan().events().keySet();
        for (EventMatch match : matchesOf(checked.journey())) {
            String event = match.event();
            boolean ours = BUILT_IN.contains(event)
                    || ReceiptEvents.kindOf(event).isPresent()
                    || ApiTriggers.nameOf(event).isPresent();
            if (!known.contains(event) && !ours) {
                findings.error(
                        ProblemCode.UNKNOWN_EVENT,
                        checked.places().of(match),
                        "no event '" + event + "' in events.yaml",
                        DidYouMean.hint(event, known));
            }
        }
    }

    private static List<EventMatch> matchesOf(Journey journey) {
        var matches = new ArrayList<>(journey.trigger().matches());
        for (ExitRule exit : journey.exits()) {
            if (exit instanceof ExitRule.OnEvent onEvent) {
                matches.add(onEvent.match());
            }
        }
        journey.conversions().stream().map(ConversionGoal::match).forEach(matches::add);
        for (Step step : journey.allSteps()) {
            if (step instanceof Step.WaitUntil wait) {
                wait.arms().stream()
                        .map(Step.WaitUntil.Arm::until)
                        .filter(WaitFor.OfEvent.class::isInstance)
                        .map(until -> ((WaitFor.OfEvent) until).match())
                        .forEach(matches::add);
            }
        }
        return matches;
    }
}
