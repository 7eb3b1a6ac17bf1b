package dev.sendero.core.detect;

import dev.sendero.core.scope.Keys;
import dev.sendero.core.scope.Moment;
import dev.sendero.core.state.Partial;
import dev.sendero.core.state.Partials;

/** Where a sequence waits for something to happen. */
final class OccurrencePlace extends Place {

    private final SequenceShape shape;

    OccurrencePlace(SequenceShape shape, Questions questions) {
        super(questions);
        this.shape = shape;
    }

    @Override
    boolean apply(Partials partials, int index, Name name, Moment moment, Findings findings) {
        Partial partial = partials.get(index);
        if (!Keys.agreement(moment.event(), shape.per(), partial.key()).isTrue()
                || !fits(name, moment, partial.captured()).isTrue()) {
            return true;
        }
        boolean waits = shape.take(partial, moment, findings);
        if (waits) {
            partials.changed(index, shape.place(partial.item()));
        }
        return waits;
    }

    @Override
    boolean applyLate(Partials partials, int index, Name name, Moment moment) {
        return true;
    }

    /** It is out of time for all journeys. */
    @Override
    int fire(Partials partials, int index, Moment moment, Findings findings) {
        partials.remove(index);
        return 0;
    }

    @Override
    boolean isBroughtOnByTime() {
        return false;
    }

    @Override
    Shape shape() {
        return shape;
    }
}
