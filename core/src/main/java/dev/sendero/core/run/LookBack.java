package dev.sendero.core.run;

import dev.sendero.api.StepId;
import dev.sendero.core.scope.EventMaps;
import dev.sendero.core.scope.Moment;
import dev.sendero.core.state.Run;
import dev.sendero.rules.journey.Since;
import dev.sendero.rules.journey.WaitFor;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An arm of a wait for which something counts that happens before the wait begins. What has happened is marked in the
 * run until it comes to the wait.
 *
 * @param since names a step, or the run's entry
 */
record LookBack(WaitNode node, int arm, Since since) {

    private static final String AT = "at";
    private static final String EVENT = "event";

    /** Marks what one event brings for the waits to which a run may still come. */
    static Run see(CompiledJourney journey, Run run, Moment moment) {
        Run seen = run;
        for (LookBack lookBack : journey.program().lookBacks()) {
            if (lookBack.isOpen(seen) && Arrivals.isHere(lookBack.awaited(), journey, seen, moment)) {
                seen = lookBack.marked(journey, seen, moment);
            }
        }
        return seen;
    }

    /** Marks that a run is at a step, if a wait looks back to that. */
    static Run reached(Program program, Run run, StepId step, long millis) {
        if (!program.isLookedBackTo(step) || run.marks().containsKey(nameOf(step))) {
            return run;
        }
        return with(run, nameOf(step), millis);
    }

    /** When the arm's event came or its condition was true, milliseconds since 1970; empty when that is still to come. */
    Optional<Long> happenedAt(Run run) {
        return run.marks().get(name()) instanceof Map<?, ?> mark && mark.get(AT) instanceof Long at
                ? Optional.of(at)
                : Optional.empty();
    }

    /** The run with the event that came, if the arm gives it a name. */
    Run capturing(Run run) {
        if (!(run.marks().get(name()) instanceof Map<?, ?> mark) || !(mark.get(EVENT) instanceof Map<?, ?> event)) {
            return run;
        }
        var captured = new HashMap<>(run.captured());
        captured.put(((WaitFor.OfEvent) awaited()).as(), EventMaps.typed(event));
        return run.capturing(captured);
    }

    private boolean isOpen(Run run) {
        boolean ahead = run.waiting() ? run.position() < node.position() : run.position() <= node.position();
        boolean began = !(since instanceof Since.OfStep ofStep) || run.marks().containsKey(nameOf(ofStep.step()));
        return ahead && began && !run.marks().containsKey(name());
    }

    private Run marked(CompiledJourney journey, Run run, Moment moment) {
        var mark = new LinkedHashMap<String, Object>();
        mark.put(AT, moment.millis());
        if (awaited() instanceof WaitFor.OfEvent ofEvent && !ofEvent.as().isEmpty()) {
            mark.put(EVENT, journey.usage().captured(ofEvent.as()).trim(moment.eventMap()));
        }
        return with(run, name(), mark);
    }

    private WaitFor awaited() {
        return node.arm(arm).until();
    }

    /** The arm's name is part of it, so that another version does not take the mark of another arm for its own. */
    private String name() {
        return "arm " + node.step().id() + " " + arm + " " + node.arm(arm).name();
    }

    private static String nameOf(StepId step) {
        return "step " + step;
    }

    private static Run with(Run run, String name, Object mark) {
        var marks = new LinkedHashMap<>(run.marks());
        marks.put(name, mark);
        return run.marking(marks);
    }
}
