package dev.sendero.core;

import dev.sendero.api.JourneyId;
import dev.sendero.rules.expression.Condition;
import dev.sendero.rules.expression.Expression;
import dev.sendero.rules.journey.ConversionGoal;
import dev.sendero.rules.journey.Correlation;
import dev.sendero.rules.journey.DetectorChoice;
import dev.sendero.rules.journey.EventMatch;
import dev.sendero.rules.journey.ExitRule;
import dev.sendero.rules.journey.ExitRule.ScopeOfExit;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.JourneyState;
import dev.sendero.rules.journey.Reentry;
import dev.sendero.rules.journey.RunLimit;
import dev.sendero.rules.journey.SequenceItem;
import dev.sendero.rules.journey.Share;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.journey.Trigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Writes a journey as its file would. */
final class JourneyBuilder {

    private final JourneyId id;
    private String version = "00000001";
    private JourneyState state = JourneyState.LIVE;
    private boolean migrate;
    private int priority = 50;
    private List<SequenceItem> items = List.of();
    private Duration within = SequenceItem.UNBOUNDED;
    private Correlation per = Correlation.NONE;
    private List<Trigger> inactivity = List.of();
    private Condition audience = Condition.ALWAYS;
    private RunLimit runs = RunLimit.ONE;
    private Reentry reentry = new Reentry.Always();
    private final List<ExitRule> exits = new ArrayList<>();
    private List<ConversionGoal> conversions = List.of();
    private Share holdout = Share.NONE;
    private List<Step> steps = List.of();

    private JourneyBuilder(String id) {
        this.id = new JourneyId(id);
    }

    static JourneyBuilder journey(String id) {
        return new JourneyBuilder(id);
    }

    JourneyBuilder version(String value) {
        version = value;
        return this;
    }

    JourneyBuilder state(JourneyState value) {
        state = value;
        return this;
    }

    JourneyBuilder migrate() {
        migrate = true;
        return this;
    }

    JourneyBuilder priority(int value) {
        priority = value;
        return this;
    }

    JourneyBuilder triggeredBy(SequenceItem... value) {
        items = Arrays.asList(value);
        inactivity = List.of();
        return this;
    }

    JourneyBuilder triggeredBy(Trigger.Sequence value) {
        items = value.items();
        within = value.within();
        per = value.per();
        return this;
    }

    JourneyBuilder within(Duration value) {
        within = value;
        return this;
    }

    JourneyBuilder per(String property) {
        per = new Correlation(property, Map.of());
        return this;
    }

    JourneyBuilder per(String property, Map<String, String> except) {
        per = new Correlation(property, except);
        return this;
    }

    JourneyBuilder inactiveFor(Duration lasting, EventMatch... events) {
        inactivity = List.of(new Trigger.Inactive(lasting, Arrays.asList(events)));
        return this;
    }

    JourneyBuilder inactiveFor(Trigger.Inactive value) {
        inactivity = List.of(value);
        return this;
    }

    /** By the calendar. */
    JourneyBuilder on(Trigger.ByCalendar value) {
        inactivity = List.of(value);
        return this;
    }

    JourneyBuilder audience(Condition value) {
        audience = value;
        return this;
    }

    JourneyBuilder runs(RunLimit value) {
        runs = value;
        return this;
    }

    JourneyBuilder reentry(Reentry value) {
        reentry = value;
        return this;
    }

    JourneyBuilder exitOn(String event) {
        return exitOn(event, ScopeOfExit.RUN);
    }

    JourneyBuilder exitOn(String event, ScopeOfExit scope) {
        exits.add(new ExitRule.OnEvent(new EventMatch(event, Condition.ALWAYS), scope));
        return this;
    }

    JourneyBuilder exitWhen(Condition condition) {
        exits.add(new ExitRule.OnCondition(condition));
        return this;
    }

    JourneyBuilder convertsOn(String event, Duration sinceEntry, Expression value) {
        conversions = List.of(new ConversionGoal(new EventMatch(event, Condition.ALWAYS), sinceEntry, value));
        return this;
    }

    JourneyBuilder holdout(int percent) {
        holdout = Share.ofPercent(percent);
        return this;
    }

    JourneyBuilder steps(Step... value) {
        steps = Arrays.asList(value);
        return this;
    }

    Journey build() {
        Trigger trigger = inactivity.isEmpty() ? new Trigger.Sequence(items, within, per) : inactivity.get(0);
        return new Journey(
                id,
                version,
                id.value(),
                "",
                state,
                migrate,
                priority,
                trigger,
                DetectorChoice.BUILT_IN,
                audience,
                runs,
                reentry,
                exits,
                conversions,
                holdout,
                steps);
    }
}
