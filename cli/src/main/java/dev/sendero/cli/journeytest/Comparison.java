package dev.sendero.cli.journeytest;

import dev.sendero.api.JourneyId;
import dev.sendero.api.fact.Fact;
import dev.sendero.api.fact.FactType;
import dev.sendero.rules.journeytest.ExpectedExit;
import dev.sendero.rules.journeytest.ExpectedMessage;
import dev.sendero.rules.journeytest.ExpectedRefusal;
import dev.sendero.rules.journeytest.JourneyTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Compares what a test expects with what happened. */
final class Comparison {

    private final JourneyId journey;
    private final JourneyTest test;
    private final TestCalendar calendar;
    private final TestRun run;

    /** @param journey the one that is tested: what a test says of entries and exits, it says of this one */
    Comparison(JourneyId journey, JourneyTest test, TestCalendar calendar, TestRun run) {
        this.journey = journey;
        this.test = test;
        this.calendar = calendar;
        this.run = run;
    }

    /** All rows in the order of time, those that match too. */
    List<TimelineRow> rows() {
        var rows = new ArrayList<TimelineRow>();
        if (test.messagesMatter()) {
            addMessages(rows);
        }
        test.exits().forEach(exit -> rows.add(exitRow(exit)));
        test.refusals().forEach(refusal -> rows.add(refusalRow(refusal)));
        rows.sort(Comparator.comparing(TimelineRow::at));
        return rows;
    }

    private void addMessages(List<TimelineRow> rows) {
        var unexpected = new ArrayList<>(run.messages());
        for (ExpectedMessage expected : test.messages()) {
            Instant at = calendar.at(expected.at());
            Optional<SentMessage> found = closest(expected, at, unexpected);
            found.ifPresent(unexpected::remove);
            rows.add(new TimelineRow(
                    at,
                    expected.at().toString(),
                    expected.channel().wireName() + " " + expected.step(),
                    found.map(Comparison::describe).orElse(""),
                    found.map(sent -> difference(expected, sent)).orElse("")));
        }
        for (SentMessage sent : unexpected) {
            rows.add(new TimelineRow(sent.message().at(), time(sent.message().at()), "", describe(sent), ""));
        }
    }

    /** The one of that step and channel at that time. */
    private static Optional<SentMessage> closest(ExpectedMessage expected, Instant at, List<SentMessage> sent) {
        return sent.stream()
                .filter(message -> message.message().step().equals(expected.step())
                        && message.message().channel() == expected.channel()
                        && message.message().at().equals(at))
                .findFirst();
    }

    private static String describe(SentMessage sent) {
        return sent.message().channel().wireName() + " " + sent.message().step();
    }

    private static String difference(ExpectedMessage expected, SentMessage sent) {
        if (!sent.subject().contains(expected.subject())) {
            return "subject: expected \"" + expected.subject() + "\", was \"" + sent.subject() + "\"";
        }
        if (!sent.text().contains(expected.text())) {
            return "text: expected \"" + expected.text() + "\" in \""
                    + sent.text().strip() + "\"";
        }
        return "";
    }

    private TimelineRow exitRow(ExpectedExit expected) {
        String wanted = expected.reason().isEmpty() ? "exit" : "exit: " + expected.reason();
        return first(FactType.EXITED)
                .map(fact -> row(
                        fact,
                        wanted,
                        "exit: " + fact.reason(),
                        expected.reason().isEmpty() || expected.reason().equals(fact.reason())))
                .orElseGet(() -> missing(wanted));
    }

    private TimelineRow refusalRow(ExpectedRefusal expected) {
        String wanted = expected.reason().isEmpty() ? "not entered" : "not entered: " + expected.reason();
        Optional<Fact> entered = first(FactType.ENTERED).or(() -> first(FactType.HELD_OUT));
        if (entered.isPresent()) {
            return row(entered.get(), wanted, "entered", false);
        }
        Optional<Fact> refused = first(FactType.NOT_ENTERED);
        if (refused.isPresent()) {
            String reason = refused.get().reason();
            boolean same = expected.reason().isEmpty() || expected.reason().equals(reason);
            return row(refused.get(), wanted, "not entered: " + reason, same);
        }
        return expected.reason().isEmpty()
                ? new TimelineRow(lastEvent(), time(lastEvent()), wanted, "not entered", "")
                : missing(wanted);
    }

    private TimelineRow row(Fact fact, String expected, String actual, boolean same) {
        return new TimelineRow(fact.at(), time(fact.at()), expected, actual, same ? "" : "this is something else");
    }

    private TimelineRow missing(String expected) {
        return new TimelineRow(lastEvent(), "", expected, "", "");
    }

    private Optional<Fact> first(FactType type) {
        return run.factsOfCustomer().stream()
                .filter(fact -> fact.type() == type && fact.journey().equals(journey))
                .findFirst();
    }

    private Instant lastEvent() {
        return test.events().stream()
                .map(event -> calendar.at(event.at()))
                .max(Comparator.naturalOrder())
                .orElse(calendar.beginning());
    }

    private String time(Instant at) {
        return calendar.timeOf(at).toString();
    }
}
