package dev.sendero.core.run;

import dev.sendero.api.StepId;
import dev.sendero.api.event.Event;
import dev.sendero.api.event.ReceiptEvents;
import dev.sendero.core.scope.Moment;
import dev.sendero.core.state.Run;
import dev.sendero.rules.journey.WaitFor;
import java.util.HashMap;

/** Whether an event brings what an arm waits for. */
final class Arrivals {

    private Arrivals() {}

    static boolean isHere(WaitFor awaited, CompiledJourney journey, Run run, Moment moment) {
        if (awaited instanceof WaitFor.OfEvent ofEvent) {
            return journey.isMatch(ofEvent.match(), run, moment, true).isTrue();
        }
        if (awaited instanceof WaitFor.Opened opened) {
            return isReceipt(moment.event(), ReceiptEvents.Kind.OPENED, run, opened.step());
        }
        if (awaited instanceof WaitFor.Clicked clicked) {
            return isReceipt(moment.event(), ReceiptEvents.Kind.CLICKED, run, clicked.step());
        }
        return moment.testInRun(((WaitFor.Holds) awaited).when(), run).isTrue();
    }

    private static boolean isReceipt(Event event, ReceiptEvents.Kind kind, Run run, StepId step) {
        return run.id().value().equals(event.properties().get(ReceiptEvents.RUN))
                && step.value().equals(event.properties().get(ReceiptEvents.STEP))
                && ReceiptEvents.kindOf(event.name()).filter(kind::equals).isPresent();
    }

    /** The run with the event that has come, if the arm gives it a name. */
    static Run capturing(WaitFor awaited, CompiledJourney journey, Run run, Moment moment) {
        if (!(awaited instanceof WaitFor.OfEvent ofEvent) || ofEvent.as().isEmpty()) {
            return run;
        }
        var captured = new HashMap<>(run.captured());
        captured.put(ofEvent.as(), journey.usage().captured(ofEvent.as()).trim(moment.eventMap()));
        return run.capturing(captured);
    }
}
