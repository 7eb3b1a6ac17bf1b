package dev.sendero.rules.usage;

import dev.sendero.api.event.ReceiptEvents;
import dev.sendero.api.message.Channel;
import dev.sendero.rules.expression.Expression;
import dev.sendero.rules.expression.Reading;
import dev.sendero.rules.journey.CepStage;
import dev.sendero.rules.journey.ConversionGoal;
import dev.sendero.rules.journey.DelayLength;
import dev.sendero.rules.journey.EventMatch;
import dev.sendero.rules.journey.ExitRule;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.SequenceItem;
import dev.sendero.rules.journey.SequenceItem.Occurrence;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.journey.Trigger;
import dev.sendero.rules.journey.WaitFor;
import dev.sendero.rules.template.LiquidReadings;
import dev.sendero.rules.trait.TraitRule;
import dev.sendero.rules.trait.UnnamedTraits;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks for everything that a journey looks at. */
final class UsageCollector {

    private static final String CURRENCY = "currency";

    private final Journey journey;
    private final Map<String, Fields> byEvent = new HashMap<>();
    private final CapturedUses captured = new CapturedUses();
    private final Map<String, TraitRule> unnamedTraits = new HashMap<>();
    private Fields ofEveryEvent = Fields.NONE;

    UsageCollector(Journey journey) {
        this.journey = journey;
    }

    JourneyUsage collect() {
        // What is looked at later says what is needed of events as they come.
        collectReadings();
        collectEvents();
        return new JourneyUsage(byEvent, ofEveryEvent, waitsForEveryEvent(), captured, unnamedTraits);
    }

    private void addReadings(Collection<Reading> readings) {
        captured.add(readings);
        unnamedTraits.putAll(UnnamedTraits.in(readings));
    }

    private boolean waitsForEveryEvent() {
        return journey.trigger().isOfEveryEvent()
                || journey.exits().stream().anyMatch(ExitRule.OnCondition.class::isInstance)
                || journey.allSteps().stream().anyMatch(UsageCollector::waitsForCondition);
    }

    private static boolean waitsForCondition(Step step) {
        return step instanceof Step.WaitUntil wait
                && wait.arms().stream().anyMatch(arm -> arm.until() instanceof WaitFor.Holds);
    }

    private void collectReadings() {
        journey.trigger().matches().forEach(match -> addReadings(match.where().readings()));
        addReadings(journey.audience().readings());
        for (ExitRule rule : journey.exits()) {
            if (rule instanceof ExitRule.OnEvent onEvent) {
                addReadings(onEvent.match().where().readings());
            } else if (rule instanceof ExitRule.OnCondition onCondition) {
                addReadings(onCondition.when().readings());
            }
        }
        for (ConversionGoal goal : journey.conversions()) {
            addReadings(goal.match().where().readings());
            addReadings(goal.valueSource().readings());
        }
        journey.allSteps().forEach(this::collectReadings);
    }

    private void collectReadings(Step step) {
        step.sends().forEach(send -> addReadings(LiquidReadings.of(send.content())));
        if (step instanceof Step.Start) {
            // What the other journey looks at is not known here, and its run is about the same event.
            addReadings(Set.of(Reading.of(Reading.Part.RUN, List.of(JourneyUsage.TRIGGER))));
        } else if (step instanceof Step.Delay delay && delay.length() instanceof DelayLength.UntilTime until) {
            addReadings(until.time().readings());
        } else if (step instanceof Step.Branch branch) {
            branch.arms().forEach(arm -> addReadings(arm.when().readings()));
        } else if (step instanceof Step.Set set) {
            set.traits().values().stream().map(Expression::readings).forEach(this::addReadings);
        } else if (step instanceof Step.WaitUntil wait) {
            for (Step.WaitUntil.Arm arm : wait.arms()) {
                if (arm.until() instanceof WaitFor.OfEvent ofEvent) {
                    addReadings(ofEvent.match().where().readings());
                } else if (arm.until() instanceof WaitFor.Holds holds) {
                    addReadings(holds.when().readings());
                }
            }
        }
    }

    private void collectEvents() {
        if (journey.trigger() instanceof Trigger.Sequence sequence) {
            collectEvents(sequence.items());
        } else if (journey.trigger() instanceof Trigger.Cep cep) {
            collectStages(cep);
        } else if (journey.trigger() instanceof Trigger.Inactive inactive) {
            Fields later = captured.of(JourneyUsage.TRIGGER).properties();
            inactive.events().forEach(match -> add(match, later));
            ofEveryEvent = inactive.isOfEveryEvent() ? later : Fields.NONE;
        } else if (journey.trigger() instanceof Trigger.Segment) {
            // Any event may be the one that changes it.
            ofEveryEvent = captured.of(JourneyUsage.TRIGGER).properties();
        }
        for (ExitRule rule : journey.exits()) {
            if (rule instanceof ExitRule.OnEvent onEvent) {
                add(onEvent.match(), onEvent.scope() == ExitRule.ScopeOfExit.RUN ? key(onEvent.match()) : Fields.NONE);
            }
        }
        for (ConversionGoal goal : journey.conversions()) {
            add(goal.match(), key(goal.match()));
            if (goal.valueSource() != ConversionGoal.NO_VALUE) {
                add(
                        goal.match(),
                        EventProperties.in(goal.valueSource().readings()).and(Fields.of(CURRENCY)));
            }
        }
        for (Step step : journey.allSteps()) {
            if (step instanceof Step.WaitUntil wait) {
                wait.arms().forEach(arm -> collectEvents(arm.until()));
            }
        }
    }

    private void collectEvents(List<SequenceItem> items) {
        Fields completing = captured.of(JourneyUsage.TRIGGER).properties();
        boolean mayComplete = true;
        for (int index = items.size() - 1; index >= 0; index--) {
            SequenceItem item = items.get(index);
            Fields later = Fields.NONE;
            if (item instanceof Occurrence occurrence) {
                later = later(occurrence.as());
                later = mayComplete ? later.and(completing) : later;
                mayComplete = false;
            }
            for (EventMatch match : item.matches()) {
                add(match, later.and(key(match)));
            }
        }
    }

    private void collectStages(Trigger.Cep cep) {
        // What is optional or repeated decides which of them is the last: any of them may be.
        Fields completing = captured.of(JourneyUsage.TRIGGER).properties();
        for (CepStage.Occurrence occurrence : CepStage.occurrencesOf(cep.stages())) {
            for (EventMatch match : occurrence.anyOf()) {
                add(match, later(occurrence.as()).and(completing));
            }
        }
        cep.matches().forEach(match -> add(match, key(match)));
    }

    private void collectEvents(WaitFor awaited) {
        if (awaited instanceof WaitFor.OfEvent ofEvent) {
            add(ofEvent.match(), key(ofEvent.match()).and(later(ofEvent.as())));
        } else if (awaited instanceof WaitFor.Opened) {
            addReceipt(ReceiptEvents.Kind.OPENED);
        } else if (awaited instanceof WaitFor.Clicked) {
            addReceipt(ReceiptEvents.Kind.CLICKED);
        }
    }

    /** @param as under which an event is captured; empty when it is not */
    private Fields later(String as) {
        return as.isEmpty() ? Fields.NONE : captured.of(as).properties();
    }

    /** Of all channels: by its name alone a receipt does not say for whom it is. */
    private void addReceipt(ReceiptEvents.Kind kind) {
        for (Channel channel : Channel.values()) {
            byEvent.merge(kind.eventName(channel), Fields.of(ReceiptEvents.RUN, ReceiptEvents.STEP), Fields::and);
        }
    }

    /** The property that says which key an event is about. */
    private Fields key(EventMatch match) {
        return journey.per().isNone() ? Fields.NONE : Fields.of(journey.per().propertyIn(match.event()));
    }

    private void add(EventMatch match, Fields others) {
        byEvent.merge(
                match.event(), EventProperties.in(match.where().readings()).and(others), Fields::and);
    }
}
