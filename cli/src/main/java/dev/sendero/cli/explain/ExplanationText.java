package dev.sendero.cli.explain;

import dev.sendero.cli.project.ProblemDisplay;
import dev.sendero.cli.terminal.Colour;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;

/** An explanation for people: what happened, day by day, then what it means for each journey. */
final class ExplanationText {

    /** More of one journey would not be read; machines get all. */
    private static final int ATTEMPTS_SHOWN = 20;

    private static final String NOTE_INDENT = " ".repeat(12);

    private final Explanation explanation;
    private final BiFunction<Colour, String, String> paint;
    private final LocalTimes times;
    private final StringBuilder text = new StringBuilder();

    private ExplanationText(Explanation explanation, BiFunction<Colour, String, String> paint) {
        this.explanation = explanation;
        this.paint = paint;
        this.times = new LocalTimes(explanation.zone());
    }

    /**
     * @param everything whether events that brought nothing about are shown as well
     * @param paint colours a text where colours are shown
     */
    static String of(Explanation explanation, boolean everything, BiFunction<Colour, String, String> paint) {
        var writing = new ExplanationText(explanation, paint);
        writing.heading();
        writing.timeline(everything);
        explanation.journeys().forEach(writing::answer);
        return writing.text.toString();
    }

    private void heading() {
        line(paint.apply(Colour.BOLD, explanation.customer().value()) + ": " + amount() + " "
                + times.full(explanation.until()) + " (" + explanation.zone() + ")");
    }

    private String amount() {
        long events = explanation.timeline().stream()
                .filter(entry -> !entry.event().isEmpty())
                .count();
        long decisions = explanation.timeline().stream()
                .flatMap(entry -> entry.notes().stream())
                .filter(note -> note.kind() == Note.Kind.DECISION)
                .count();
        return explanation.teller() == Explanation.Teller.HISTORY
                ? ProblemDisplay.counted(events, "event") + ", told until"
                : ProblemDisplay.counted(decisions, "decision") + " of the running system, as of";
    }

    private void timeline(boolean everything) {
        LocalDate day = LocalDate.MIN;
        long quiet = 0;
        for (Entry entry : explanation.timeline()) {
            if (!everything && entry.notes().isEmpty()) {
                quiet++;
            } else {
                quiet(quiet);
                quiet = 0;
                if (!times.day(entry.at()).equals(day)) {
                    day = times.day(entry.at());
                    line("");
                    line(paint.apply(Colour.BOLD, day.toString()));
                }
                entry(entry);
            }
        }
        quiet(quiet);
    }

    private void quiet(long events) {
        if (events > 0) {
            line(NOTE_INDENT
                    + paint.apply(Colour.DIM, "… " + ProblemDisplay.counted(events, "event") + " without effect"));
        }
    }

    private void entry(Entry entry) {
        line("  " + times.clock(entry.at()) + "  " + head(entry));
        for (Note note : entry.notes()) {
            String who = note.journey().isEmpty() ? "profile" : named(note.journey(), note.key());
            line(NOTE_INDENT + paint.apply(Colour.CYAN, who) + " " + note.text());
        }
    }

    private String head(Entry entry) {
        return switch (entry.what()) {
            case EVENT -> event(entry);
            case TIME -> "(time passes)";
            case LOGIN -> event(entry) + "  (logs in on a device: what it did counts from here on)";
            case DEPARTURE -> "(somebody logs in on this device: what it did is that user's)";
            case DECISION -> "(decided)";
            case DELIVERY -> "(delivery)";
        };
    }

    private String event(Entry entry) {
        String fields = JsonText.fields(entry.properties());
        return paint.apply(Colour.BOLD, entry.event())
                + (fields.isEmpty() ? "" : "  " + paint.apply(Colour.DIM, fields));
    }

    private static String named(String journey, String key) {
        return key.isEmpty() ? journey : journey + " [" + key + "]";
    }

    private void answer(JourneyAnswer answer) {
        line("");
        String title =
                answer.title().isEmpty() || answer.title().equals(answer.journey()) ? "" : " (" + answer.title() + ")";
        String state = answer.state().equals("live")
                ? ""
                : ", " + answer.state()
                        + (explanation.teller() == Explanation.Teller.HISTORY ? ", told as if it were live" : "");
        line(paint.apply(Colour.BOLD, answer.journey()) + title + state + ": " + answer.summary());
        answer.waiting()
                .forEach(waiting -> line("  not yet: "
                        + (waiting.key().isEmpty() ? "" : "[" + waiting.key() + "] ")
                        + (waiting.inside() ? "is inside, " : "")
                        + waiting.text()));
        attempts(answer.attempts());
    }

    private void attempts(List<Attempt> attempts) {
        int left = Math.max(0, attempts.size() - ATTEMPTS_SHOWN);
        if (left > 0) {
            line("  not on " + left + " earlier occasions (--format json has all)");
        }
        attempts.stream()
                .skip(left)
                .forEach(attempt -> line("  not on " + times.full(attempt.at()) + ": "
                        + (attempt.event().isEmpty() ? "" : attempt.event() + ": ") + attempt.text()));
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }
}
