package dev.sendero.core.detect;

import dev.sendero.core.scope.Keys;
import dev.sendero.core.scope.Moment;
import dev.sendero.core.state.Partial;
import dev.sendero.core.state.Partials;

/**
 * Where a sequence waits for something not to happen. Journeys wait for different lengths of time: at each of them,
 * those whose time it is go on, and the others stay.
 */
final class AbsencePlace extends Place {

    private final SequenceShape shape;

    AbsencePlace(SequenceShape shape, Questions questions) {
        super(questions);
        this.shape = shape;
    }

    @Override
    boolean apply(Partials partials, int index, Name name, Moment moment, Findings findings) {
        return !isCancelled(partials.get(index), name, moment);
    }

    @Override
    boolean applyLate(Partials partials, int index, Name name, Moment moment) {
        Partial partial = partials.get(index);
        return !moment.position().isAfter(partial.anchor())
                || moment.millis() > partial.deadline()
                || !isCancelled(partial, name, moment);
    }

    private boolean isCancelled(Partial partial, Name name, Moment moment) {
        return Keys.agreement(moment.event(), shape.per(), partial.key()).mayBeTrue()
                && fits(name, moment, partial.captured()).mayBeTrue();
    }

    @Override
    int fire(Partials partials, int index, Moment moment, Findings findings) {
        Partial staying = partials.get(index);
        long length = Lengths.between(staying.since(), moment.millis());
        int places = 0;
        if (shape.isLast(staying.item())) {
            complete(staying, length, findings);
        } else {
            Partial going = staying.copy();
            going.pass(length);
            going.goOn(moment.millis());
            going.deadline(shape.due(going));
            if (going.deadline() != Shape.HOPELESS) {
                partials.insert(index + 1, going, shape.place(going.item()));
                places++;
            }
        }
        staying.fired(length);
        staying.deadline(shape.due(staying));
        if (staying.deadline() == Shape.HOPELESS) {
            partials.remove(index);
        } else {
            partials.changed(index, this);
            places++;
        }
        return places;
    }

    private void complete(Partial partial, long length, Findings findings) {
        for (Member member : shape.members()) {
            if (member.length(partial.item()) == length
                    && shape.isServed(member, partial)
                    && Lengths.between(partial.firstAt(), Lengths.after(partial.since(), length))
                            <= member.form().within()) {
                findings.add(member.situation(partial, partial.trigger()));
            }
        }
    }

    @Override
    boolean isBroughtOnByTime() {
        return true;
    }

    @Override
    Shape shape() {
        return shape;
    }
}
