package dev.sendero.core.detect;

import dev.sendero.api.event.Event;
import dev.sendero.core.scope.Moment;
import dev.sendero.core.state.Partials;
import dev.sendero.core.state.Station;
import dev.sendero.rules.expression.Truth;
import java.util.Map;

/** One item of a shape, where partial situations wait. */
abstract class Place extends Station {

    private final Questions questions;

    protected Place(Questions questions) {
        super(questions.names());
        this.questions = questions;
    }

    Question[] questionsOf(Name name) {
        return questions.of(name);
    }

    void enterQuestions(Names names) {
        questions.enter(names);
    }

    /** Whether events of this name mean anything here. */
    boolean concerns(Name name) {
        return questions.of(name).length > 0;
    }

    /** Whether every event of this name fits. */
    boolean alwaysFits(Name name) {
        return questions.areAlwaysTrue(name);
    }

    /** Whether an event may fit; told at a glance. */
    boolean mayFit(Name name, Event event) {
        return questions.mayBeTrue(name, event);
    }

    /** True when one of the wanted events is here; unknown when none is for sure and one may be. */
    Truth fits(Name name, Moment moment, Map<String, Object> captured) {
        return Questions.any(questions.of(name), moment, captured);
    }

    /** Applies an event. Returns whether the partial situation at this index is still there. */
    abstract boolean apply(Partials partials, int index, Name name, Moment moment, Findings findings);

    /** Applies an event that others have overtaken. Returns whether the partial situation is still there. */
    abstract boolean applyLate(Partials partials, int index, Name name, Moment moment);

    /**
     * Applies the deadline of the partial situation at an index, and takes it out if nothing is left of it.
     *
     * @return how many partial situations there are in its place
     */
    abstract int fire(Partials partials, int index, Moment moment, Findings findings);

    /** Whether something comes of its deadline; otherwise a situation is out of time. */
    abstract boolean isBroughtOnByTime();

    abstract Shape shape();
}
