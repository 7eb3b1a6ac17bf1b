package dev.sendero.core.detect;

import dev.sendero.api.event.Event;
import dev.sendero.core.scope.Moment;
import dev.sendero.core.state.Customer;
import dev.sendero.rules.expression.fast.Conjunction;
import dev.sendero.rules.expression.fast.ExpectedText;
import dev.sendero.rules.expression.fast.PlainCondition;
import dev.sendero.rules.expression.fast.Threshold;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sequences that events of one name may begin, found by what their first items ask for. */
final class Starts {

    private final ThresholdStarts[] byThreshold;
    private final TextStarts[] byText;
    private final Start[] others;

    /** @param shapes those whose first item mentions the name */
    Starts(List<SequenceShape> shapes, Name name) {
        Map<String, List<ThresholdStarts.Entry>> thresholds = new HashMap<>();
        Map<String, Map<String, List<Start>>> texts = new HashMap<>();
        List<Start> rest = new ArrayList<>();
        for (SequenceShape shape : shapes) {
            List<Question> questions = List.of(shape.place(0).questionsOf(name));
            var start = new Start(shape, questions);
            Optional<Threshold> threshold = thresholdOf(shape, questions);
            Optional<ExpectedText> text = partsOf(questions).flatMap(Conjunction::expectedText);
            if (threshold.isPresent()) {
                thresholds
                        .computeIfAbsent(threshold.get().text(), each -> new ArrayList<>())
                        .add(new ThresholdStarts.Entry(threshold.get(), start));
            } else if (text.isPresent()) {
                texts.computeIfAbsent(text.get().property(), each -> new HashMap<>())
                        .computeIfAbsent(text.get().text(), each -> new ArrayList<>())
                        .add(start);
            } else {
                rest.add(start);
            }
        }
        byThreshold = thresholds.values().stream().map(ThresholdStarts::new).toArray(ThresholdStarts[]::new);
        byText = texts.entrySet().stream()
                .map(entry -> new TextStarts(entry.getKey(), Map.copyOf(entry.getValue())))
                .toArray(TextStarts[]::new);
        others = rest.toArray(Start[]::new);
    }

    /** The easiest that a journey of the shape has; else one that its only condition has. */
    private static Optional<Threshold> thresholdOf(SequenceShape shape, List<Question> questions) {
        return shape.form().threshold().isPresent()
                ? shape.members().stream()
                        .flatMap(member -> member.form().threshold().stream())
                        .reduce((one, other) -> ThresholdStarts.isEasier(one, other) ? one : other)
                : partsOf(questions).flatMap(Conjunction::threshold);
    }

    private static Optional<Conjunction> partsOf(List<Question> questions) {
        return questions.size() == 1 && questions.get(0).condition() instanceof PlainCondition plain
                ? Optional.of(Conjunction.of(plain.predicate()))
                : Optional.empty();
    }

    /** Whether an event may begin something. */
    boolean haveOneFor(Event event) {
        if (others.length > 0) {
            return true;
        }
        for (ThresholdStarts starts : byThreshold) {
            if (starts.haveOneFor(event)) {
                return true;
            }
        }
        for (TextStarts starts : byText) {
            if (starts.haveOneFor(event)) {
                return true;
            }
        }
        return false;
    }

    void tryWith(Customer customer, Moment moment, Findings findings) {
        for (ThresholdStarts starts : byThreshold) {
            starts.tryWith(customer, moment, findings);
        }
        for (TextStarts starts : byText) {
            starts.tryWith(customer, moment, findings);
        }
        for (Start start : others) {
            start.tryWith(customer, moment, findings);
        }
    }
}
