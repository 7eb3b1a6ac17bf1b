package dev.sendero.cli.explain;

import dev.sendero.api.EventId;
import dev.sendero.api.RunId;
import dev.sendero.api.event.Event;
import dev.sendero.core.detect.Begun;
import dev.sendero.core.state.Deadline;
import dev.sendero.rules.expression.DurationText;
import dev.sendero.rules.journey.EventMatch;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.SequenceItem;
import dev.sendero.rules.journey.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the situation that starts one journey comes about, or does not. */
final class PatternProgress {

    private final Journey journey;
    private final LocalTimes times;
    private final List<Attempt> attempts = new ArrayList<>();
    private Duration longestSilence = Duration.ZERO;

    PatternProgress(Journey journey, LocalTimes times) {
        this.journey = journey;
        this.times = times;
    }

    /** The times that nothing came of it, in order; of silences the longest alone. */
    List<Attempt> attempts() {
        return attempts;
    }

    List<Note> notes(Change change) {
        var notes = new ArrayList<Note>();
        Map<String, Begun> now = new LinkedHashMap<>();
        of(change.after()).forEach(begun -> now.put(nameOf(begun), begun));
        for (Begun before : of(change.before())) {
            Begun after = now.remove(nameOf(before));
            if (after == null) {
                ended(before, change).ifPresent(notes::add);
            } else if (isRestarted(before, after)) {
                silenceEnded(before, change);
            } else if (after.item() != before.item() || after.count() != before.count()) {
                notes.add(note(after, "goes on: " + waitsFor(after, change), Map.of()));
            } else {
                change.seen().forEach(seen -> ignored(before, seen).ifPresent(notes::add));
            }
        }
        now.values().forEach(begun -> notes.add(note(begun, "begins: " + waitsFor(begun, change), Map.of())));
        change.seen().forEach(seen -> missed(seen, change).ifPresent(notes::add));
        return notes;
    }

    private List<Begun> of(Snapshot snapshot) {
        return snapshot.begun().stream()
                .filter(begun -> begun.journey().journey().equals(journey.id()))
                .toList();
    }

    /** A silence begins anew with every event, and stays the same one. */
    private String nameOf(Begun begun) {
        return journey.trigger() instanceof Trigger.Inactive ? "" : begun.firstEvent() + " " + begun.key();
    }

    private boolean isRestarted(Begun before, Begun after) {
        return journey.trigger() instanceof Trigger.Inactive
                && !before.firstEvent().equals(after.firstEvent());
    }

    private String waitsFor(Begun begun, Change change) {
        return TriggerWords.waitsFor(journey, begun, change.at(), times);
    }

    private Optional<Note> ended(Begun before, Change change) {
        if (change.completed(before)) {
            return Optional.empty();
        }
        if (!change.seen().isEmpty() && TriggerWords.waitsForAbsence(journey, before)) {
            return Optional.of(stopped(before, stopping(before, change.seen()), change));
        }
        if (before.due() < change.at().toEpochMilli() || change.seen().isEmpty()) {
            return Optional.of(outOfTime(before, change));
        }
        return Optional.of(note(before, "is given up: too much has begun for this customer", Map.of()));
    }

    /** The one that must not have come, of an event and what is made from it. */
    private Change.Seen stopping(Begun before, List<Change.Seen> seen) {
        List<EventMatch> matches =
                TriggerWords.itemOf(journey, before).map(SequenceItem::matches).orElse(List.of());
        return seen.stream()
                .filter(each -> Misses.isNamed(each.event(), matches))
                .findFirst()
                .orElse(seen.get(0));
    }

    private Note stopped(Begun before, Change.Seen seen, Change change) {
        Event event = seen.event();
        Duration lasted = Duration.ofMillis(change.at().toEpochMilli() - before.since());
        String doubt = doubt(before, seen);
        String needed = TriggerWords.condition(journey, before);
        if (journey.trigger() instanceof Trigger.Inactive) {
            silenceEnded(before, change);
        } else {
            attempts.add(new Attempt(
                    change.at(),
                    event.name(),
                    needed,
                    "came after " + LocalTimes.length(lasted) + ", must not come for " + lengthOf(before) + doubt,
                    Map.of("after_seconds", lasted.toSeconds())));
        }
        String timer = before.due() == Deadline.NEVER
                ? ""
                : "; the timer for " + times.seenFrom(change.at(), Instant.ofEpochMilli(before.due()))
                        + " is cancelled";
        return note(
                before,
                "ends: " + event.name() + " came after " + LocalTimes.length(lasted) + timer + doubt,
                Map.of("after_seconds", lasted.toSeconds()));
    }

    /** What cannot be told stops as well. */
    private String doubt(Begun before, Change.Seen seen) {
        return missOf(before, seen)
                .map(miss -> " (in doubt: " + miss.text() + ")")
                .orElse("");
    }

    private String lengthOf(Begun begun) {
        return LocalTimes.length(Duration.ofMillis(begun.due() - begun.since()));
    }

    private Note outOfTime(Begun before, Change change) {
        Instant due = before.due() == Deadline.NEVER ? change.at() : Instant.ofEpochMilli(before.due());
        String wanted = TriggerWords.itemOf(journey, before)
                .map(item -> TriggerWords.anyOf(item.matches()))
                .orElse("what it waited for");
        String text = wanted + " did not come by " + times.full(due);
        attempts.add(new Attempt(due, "", TriggerWords.condition(journey, before), text, Map.of()));
        return note(before, "ends: " + text, Map.of());
    }

    private void silenceEnded(Begun before, Change change) {
        Duration lasted = Duration.ofMillis(change.at().toEpochMilli() - before.since());
        if (lasted.compareTo(longestSilence) > 0 && !attemptedAlready(lasted)) {
            longestSilence = lasted;
            attempts.clear();
            String event = change.event().map(Event::name).orElse("something");
            attempts.add(new Attempt(
                    change.at(),
                    event,
                    TriggerWords.condition(journey, before),
                    "the longest silence was " + LocalTimes.length(lasted) + ", from "
                            + times.full(Instant.ofEpochMilli(before.since())) + " until " + event
                            + " came; must be " + needed(),
                    Map.of("silence_seconds", lasted.toSeconds())));
        }
    }

    /** A silence that was long enough is no attempt that failed. */
    private boolean attemptedAlready(Duration lasted) {
        return journey.trigger() instanceof Trigger.Inactive inactive && lasted.compareTo(inactive.lasting()) >= 0;
    }

    private String needed() {
        return journey.trigger() instanceof Trigger.Inactive inactive ? DurationText.of(inactive.lasting()) : "";
    }

    /** An event that is named where the situation waits, and leaves it as it is. */
    private Optional<Note> ignored(Begun begun, Change.Seen seen) {
        Optional<SequenceItem> item = TriggerWords.itemOf(journey, begun);
        if (item.isEmpty() || !Misses.isNamed(seen.event(), item.get().matches())) {
            return Optional.empty();
        }
        boolean absence = item.get() instanceof SequenceItem.Absence;
        return missOf(begun, seen)
                .filter(miss -> absence || !miss.otherKey())
                .map(miss -> note(
                        begun,
                        (absence ? "is not stopped by this: " : "does not count this: ") + miss.text(),
                        details(miss)));
    }

    private Optional<Misses.Miss> missOf(Begun begun, Change.Seen seen) {
        List<EventMatch> matches =
                TriggerWords.itemOf(journey, begun).map(SequenceItem::matches).orElse(List.of());
        return Misses.ofOther(
                seen.event(), matches, journey.per(), begun.key(), seen.moment().scopeInTrigger(begun.captured()));
    }

    /** An event that might have begun the situation and did not. */
    private Optional<Note> missed(Change.Seen seen, Change change) {
        Event event = seen.event();
        List<EventMatch> beginnings = TriggerWords.beginnings(journey);
        if (!Misses.isNamed(event, beginnings) || hasBegun(event, change)) {
            return Optional.empty();
        }
        Optional<Misses.Miss> miss = Misses.ofBeginning(
                event, beginnings, journey.per(), seen.moment().scopeInTrigger(Map.of()));
        miss.ifPresent(found ->
                attempts.add(new Attempt(change.at(), event.name(), found.condition(), found.text(), found.details())));
        return miss.map(found -> new Note(
                Note.Kind.PATTERN, journey.id().value(), "", "does not begin: " + found.text(), details(found)));
    }

    private boolean hasBegun(Event event, Change change) {
        String id = event.id().value();
        return of(change.after()).stream().anyMatch(begun -> begun.firstEvent().equals(id))
                || change.factsOf(journey.id()).stream().anyMatch(fact -> fact.run()
                        .equals(RunId.of(journey.id(), change.customer(), fact.key(), event.id(), new EventId(id))));
    }

    private static Map<String, Object> details(Misses.Miss miss) {
        var details = new LinkedHashMap<String, Object>();
        details.put("condition", miss.condition());
        details.put("values", miss.details());
        return details;
    }

    private Note note(Begun begun, String text, Map<String, Object> more) {
        var details = new LinkedHashMap<String, Object>(more);
        if (begun.due() != Deadline.NEVER) {
            details.put("timer", Instant.ofEpochMilli(begun.due()).toString());
        }
        return new Note(Note.Kind.PATTERN, journey.id().value(), begun.key(), text, details);
    }
}
