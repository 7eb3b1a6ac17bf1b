package dev.sendero.core.detect;

import dev.sendero.api.event.Event;
import dev.sendero.core.scope.Moment;
import dev.sendero.core.state.Customer;
import java.util.Arrays;
import java.util.List;

/** The silences that events of one name begin. */
final class SilenceStarts {

    private final SilenceShape[] silences;
    private final Question[][] questions;
    private final Question[][] open;
    private final int always;

    /** @param silences that mention the name, or any event */
    SilenceStarts(List<SilenceShape> silences, Name name) {
        this.silences = silences.toArray(SilenceShape[]::new);
        this.questions = silences.stream()
                .map(silence -> silence.place(0).questionsOf(name))
                .toArray(Question[][]::new);
        this.open = Arrays.stream(questions)
                .filter(asked -> !Questions.areAlwaysTrue(asked))
                .toArray(Question[][]::new);
        this.always = questions.length - open.length;
    }

    /** How many an event may begin or begin again; told at a glance. */
    int countFor(Event event) {
        int count = always;
        for (Question[] asked : open) {
            if (Questions.mayBeTrue(asked, event)) {
                count++;
            }
        }
        return count;
    }

    void tryWith(Customer customer, Moment moment) {
        for (int index = 0; index < silences.length; index++) {
            if (Questions.mayBeTrue(questions[index], moment.event())) {
                silences[index].begin(customer, questions[index], moment);
            }
        }
    }
}
