package dev.sendero.cli.explain;

import dev.sendero.api.event.Event;
import dev.sendero.core.Inspection.Resting;
import dev.sendero.core.state.Run;
import dev.sendero.rules.journey.Correlation;
import dev.sendero.rules.journey.ExitRule;
import dev.sendero.rules.journey.Journey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Why an event that takes people out of a journey left a run inside. */
final class Stays {

    private final Journey journey;

    Stays(Journey journey) {
        this.journey = journey;
    }

    List<Note> notes(Change change) {
        var notes = new ArrayList<Note>();
        for (Resting before : change.before().runs()) {
            Run run = before.run();
            boolean stays = run.journey().journey().equals(journey.id())
                    && change.after().runs().stream()
                            .anyMatch(after -> after.run().id().equals(run.id()));
            if (stays) {
                for (Change.Seen seen : change.seen()) {
                    journey.exits().stream()
                            .flatMap(rule -> whyNot(rule, run, seen).stream())
                            .forEach(notes::add);
                }
            }
        }
        return notes;
    }

    private Optional<Note> whyNot(ExitRule rule, Run run, Change.Seen seen) {
        Event event = seen.event();
        if (!(rule instanceof ExitRule.OnEvent onEvent)
                || !onEvent.match().event().equals(event.name())) {
            return Optional.empty();
        }
        boolean ofRunOnly = onEvent.scope() == ExitRule.ScopeOfExit.RUN;
        return Misses.ofOther(
                        event,
                        List.of(onEvent.match()),
                        ofRunOnly ? journey.per() : Correlation.NONE,
                        run.key(),
                        seen.moment().scopeIn(run))
                .map(miss -> new Note(
                        Note.Kind.DECISION,
                        journey.id().value(),
                        run.key(),
                        "stays inside: " + miss.text(),
                        Map.of("type", "stays", "condition", miss.condition(), "values", miss.details())));
    }
}
