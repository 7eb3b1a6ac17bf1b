package dev.sendero.core.detect;

import dev.sendero.core.scope.Moment;
import dev.sendero.core.state.Customer;
import dev.sendero.core.state.Partial;
import dev.sendero.core.state.Partials;
import dev.sendero.rules.expression.Truth;
import dev.sendero.rules.usage.CapturedUse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Nothing of some events happens for a while, after at least one. Only the newest counts, so a customer has at most one
 * such partial situation. An event that may be one of them ends the silence; only one that surely is begins a new one.
 * It counts for the versions that were open at the newest event: an older version's silence ends and does not begin
 * again, or each edit would add a version that reports the same silence.
 */
final class SilenceShape implements Shape {

    private final TriggerForm form;
    private final List<Member> members;
    private final Waiting place;
    private final CapturedUse trigger;
    private final boolean isAlwaysOpen;

    SilenceShape(TriggerForm form, List<Member> members, Names names) {
        this.form = form;
        this.members = shortestFirst(members);
        this.trigger = members.stream().map(Member::useOfTrigger).reduce(CapturedUse.NONE, CapturedUse::and);
        this.isAlwaysOpen =
                members.stream().allMatch(member -> member.openings().areAlways());
        this.place = new Waiting(Questions.of(form.items().get(0).wanted(), names));
    }

    @Override
    public long id() {
        return form.shape();
    }

    @Override
    public TriggerForm form() {
        return form;
    }

    @Override
    public boolean isOf(List<Member> others) {
        return Shape.super.isOf(shortestFirst(others));
    }

    private static List<Member> shortestFirst(List<Member> members) {
        return members.stream()
                .sorted(Comparator.comparingLong(member -> member.length(0)))
                .toList();
    }

    @Override
    public List<Member> members() {
        return members;
    }

    @Override
    public Place place(int item) {
        return place;
    }

    @Override
    public boolean mayComplete(Member member, Partial partial) {
        return member.length(0) > partial.fired() && member.began(partial);
    }

    /** The shortest silence that has not been reported. */
    @Override
    public long due(Partial partial) {
        if (isAlwaysOpen && partial.fired() == 0) {
            return Lengths.after(partial.since(), members.get(0).length(0));
        }
        for (int index = 0; index < members.size(); index++) {
            Member member = members.get(index);
            if (member.length(0) > partial.fired() && member.began(partial)) {
                return Lengths.after(partial.since(), member.length(0));
            }
        }
        return HOPELESS;
    }

    /** Begins a silence, unless there is one: then the event has been applied to it. */
    void begin(Customer customer, Question[] questions, Moment moment) {
        Partials partials = customer.partials();
        for (int index = 0; index < partials.size(); index++) {
            if (partials.station(index) == place) {
                return;
            }
        }
        if (Questions.any(questions, moment, Map.of()).isTrue()) {
            var begun = new Partial(
                    id(), "", Partial.NO_VALUE, null, moment.event().id().value(), moment.millis());
            begun.deadline(due(begun));
            if (begun.deadline() != HOPELESS) {
                keep(moment, begun);
                partials.add(begun, place);
            }
        }
    }

    /**
     * Lets the silence at an index begin again with an event that surely fits, where nothing has to be kept of the
     * event. Returns whether it did; the event may still be applied to it, to the same effect.
     */
    boolean restart(Partials partials, int index, Name name, String event, long at) {
        if (trigger.used() || !place.alwaysFits(name) || !areAllOpen(at)) {
            return false;
        }
        Partial partial = partials.get(index);
        partial.fired(0);
        partial.restart(event, at);
        partial.deadline(due(partial));
        partials.changed(index, place);
        return true;
    }

    private boolean areAllOpen(long at) {
        if (isAlwaysOpen) {
            return true;
        }
        for (int index = 0; index < members.size(); index++) {
            if (!members.get(index).openings().contain(at)) {
                return false;
            }
        }
        return true;
    }

    private void keep(Moment moment, Partial partial) {
        if (trigger.used()) {
            partial.trigger(trigger.trim(moment.eventMap()));
        }
    }

    /** Where a silence lasts. */
    private final class Waiting extends Place {

        Waiting(Questions questions) {
            super(questions);
        }

        @Override
        boolean apply(Partials partials, int index, Name name, Moment moment, Findings findings) {
            Truth seen = fits(name, moment, Map.of());
            if (seen == Truth.FALSE) {
                return true;
            }
            Partial partial = partials.get(index);
            partial.fired(0);
            return seen.isTrue() && goesOnFrom(moment, partials, index);
        }

        /** What has been reported by now is not reported again. */
        @Override
        boolean applyLate(Partials partials, int index, Name name, Moment moment) {
            if (!moment.position().isAfter(partials.get(index).anchor())) {
                return true;
            }
            Truth seen = fits(name, moment, Map.of());
            return seen == Truth.FALSE || (seen.isTrue() && goesOnFrom(moment, partials, index));
        }

        private boolean goesOnFrom(Moment moment, Partials partials, int index) {
            Partial partial = partials.get(index);
            partial.restart(moment.event().id().value(), moment.millis());
            keep(moment, partial);
            partial.deadline(due(partial));
            partials.changed(index, this);
            return partial.deadline() != HOPELESS;
        }

        @Override
        int fire(Partials partials, int index, Moment moment, Findings findings) {
            Partial partial = partials.get(index);
            long length = Lengths.between(partial.since(), moment.millis());
            for (Member member : members) {
                if (member.length(0) == length && member.began(partial)) {
                    findings.add(member.situation(partial, partial.trigger()));
                }
            }
            partial.fired(length);
            partial.deadline(due(partial));
            if (partial.deadline() == HOPELESS) {
                partials.remove(index);
                return 0;
            }
            partials.changed(index, this);
            return 1;
        }

        @Override
        boolean isBroughtOnByTime() {
            return true;
        }

        @Override
        Shape shape() {
            return SilenceShape.this;
        }
    }
}
