package dev.sendero.core.detect;

import dev.sendero.core.scope.Moment;
import dev.sendero.core.state.Customer;
import dev.sendero.core.state.Partial;
import dev.sendero.rules.expression.fast.Threshold;
import java.util.List;
import java.util.Map;

/** A sequence that events of one name may begin. */
final class Start {

    /** No event has it. */
    private static final String NO_PROPERTY = "";

    private final SequenceShape shape;
    private final Question[] questions;
    private final String property;

    Start(SequenceShape shape, List<Question> questions) {
        this.shape = shape;
        this.questions = questions.toArray(Question[]::new);
        this.property = shape.form().threshold().map(Threshold::property).orElse(NO_PROPERTY);
    }

    /** To be called when the event meets what the start is found by. */
    void tryWith(Customer customer, Moment moment, Findings findings) {
        if (Questions.any(questions, moment, Map.of()).isTrue()) {
            shape.begin(customer, value(moment), moment, findings);
        }
    }

    /** What the shape's journeys have different thresholds for. */
    private double value(Moment moment) {
        return !property.equals(NO_PROPERTY) && moment.event().properties().get(property) instanceof Number number
                ? number.doubleValue()
                : Partial.NO_VALUE;
    }
}
