package dev.sendero.core.detect;

import dev.sendero.core.scope.EventMaps;
import dev.sendero.core.scope.Keys;
import dev.sendero.core.scope.Moment;
import dev.sendero.core.state.Customer;
import dev.sendero.core.state.Partial;
import dev.sendero.rules.journey.Correlation;
import dev.sendero.rules.usage.CapturedUse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A sequence. Every event that fits the first item begins a partial situation of its own; the first event that fits
 * after the previous one advances it, whatever lies between. An absence is complete at its deadline; an event that may
 * be one of those that must not happen ends it, also at the deadline itself.
 */
final class SequenceShape implements Shape {

    private final TriggerForm form;
    private final List<Member> members;
    private final List<ItemForm> items;
    private final List<Place> places = new ArrayList<>();
    private final CapturedUse[] captured;
    private final CapturedUse trigger;
    private final int lastOccurrence;

    SequenceShape(TriggerForm form, List<Member> members, Names names) {
        this.form = form;
        this.members = List.copyOf(members);
        this.items = form.items();
        this.captured = new CapturedUse[items.size()];
        this.trigger = members.stream().map(Member::useOfTrigger).reduce(CapturedUse.NONE, CapturedUse::and);
        int last = 0;
        for (int item = 0; item < items.size(); item++) {
            boolean absence = items.get(item).kind() == ItemForm.Kind.ABSENCE;
            var questions = Questions.of(items.get(item).wanted(), names);
            places.add(absence ? new AbsencePlace(this, questions) : new OccurrencePlace(this, questions));
            last = absence ? last : item;
            int index = item;
            captured[item] =
                    members.stream().map(member -> member.useOf(index)).reduce(CapturedUse.NONE, CapturedUse::and);
        }
        this.lastOccurrence = last;
    }

    @Override
    public TriggerForm form() {
        return form;
    }

    Correlation per() {
        return form.per();
    }

    @Override
    public long id() {
        return form.shape();
    }

    @Override
    public List<Member> members() {
        return members;
    }

    @Override
    public Place place(int item) {
        return places.get(item);
    }

    boolean isLast(int item) {
        return item + 1 == items.size();
    }

    /** Begins a partial situation with an event that fits the first item. */
    void begin(Customer customer, double value, Moment moment, Findings findings) {
        String key = per().isNone() ? Keys.MISSING : Keys.of(moment.event(), per());
        if (key.isEmpty() && !per().isNone()) {
            return;
        }
        var begun = new Partial(id(), key, value, null, moment.event().id().value(), moment.millis());
        if (take(begun, moment, findings)) {
            customer.partials().add(begun, place(begun.item()));
        }
    }

    /** An event counts for the item that a partial situation waits at. Returns whether it waits for more. */
    boolean take(Partial partial, Moment moment, Findings findings) {
        int item = partial.item();
        String event = moment.event().id().value();
        if (captured[item].used()) {
            capture(partial, moment);
        }
        if (partial.count() + 1 < items.get(item).times()) {
            partial.count(event);
        } else {
            if (items.get(item).hasLength()) {
                partial.pass(Lengths.between(partial.since(), moment.millis()));
            }
            partial.goOn(event, moment.millis());
            if (isLast(item)) {
                complete(partial, moment, findings);
                return false;
            }
            if (item + 1 > lastOccurrence && trigger.used()) {
                partial.trigger(trigger.trim(moment.eventMap()));
            }
        }
        partial.deadline(due(partial));
        return partial.deadline() != HOPELESS;
    }

    private void complete(Partial partial, Moment moment, Findings findings) {
        for (int index = 0; index < members.size(); index++) {
            Member member = members.get(index);
            if (isServed(member, partial)) {
                findings.add(member.situation(partial, moment));
            }
        }
    }

    private void capture(Partial partial, Moment moment) {
        String name = Integer.toString(partial.item());
        Map<String, Object> event = captured[partial.item()].trim(moment.eventMap());
        var all = new HashMap<>(partial.captured());
        all.put(
                name,
                items.get(partial.item()).times() == 1
                        ? event
                        : EventMaps.newestOf(all.getOrDefault(name, Map.of()), event));
        partial.captured(all);
    }

    /** Whether a partial situation counts for a journey, by how it began and how long it took by now. */
    boolean isServed(Member member, Partial partial) {
        return member.began(partial)
                && Lengths.between(partial.firstAt(), partial.since())
                        <= member.form().within()
                && (partial.only() != null || wentInTime(member, partial));
    }

    @Override
    public boolean mayComplete(Member member, Partial partial) {
        boolean absence = items.get(partial.item()).kind() == ItemForm.Kind.ABSENCE;
        return isServed(member, partial) && !(absence && member.length(partial.item()) <= partial.fired());
    }

    private boolean wentInTime(Member member, Partial partial) {
        long[] passed = partial.passed();
        int next = 0;
        for (int item = 0; item < partial.item() && next < passed.length; item++) {
            if (items.get(item).hasLength()) {
                long took = passed[next++];
                long length = member.length(item);
                boolean absence = items.get(item).kind() == ItemForm.Kind.ABSENCE;
                if (absence ? took != length : took > length) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Of an absence, when it is complete for the first journey; else when it is out of time for the last. */
    @Override
    public long due(Partial partial) {
        boolean absence = items.get(partial.item()).kind() == ItemForm.Kind.ABSENCE;
        long due = HOPELESS;
        for (int index = 0; index < members.size(); index++) {
            Member member = members.get(index);
            if (isServed(member, partial)) {
                long end = Lengths.after(partial.firstAt(), member.form().within());
                long length = member.length(partial.item());
                long complete = Lengths.after(partial.since(), length);
                if (!absence) {
                    due = Math.max(due, Math.min(end, complete));
                } else if (length > partial.fired() && complete <= end) {
                    due = due == HOPELESS ? complete : Math.min(due, complete);
                }
            }
        }
        return due;
    }
}
