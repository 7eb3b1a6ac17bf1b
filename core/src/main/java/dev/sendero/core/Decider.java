package dev.sendero.core;

import dev.sendero.api.JourneyId;
import dev.sendero.api.event.Event;
import dev.sendero.api.event.EventType;
import dev.sendero.core.detect.Watches;
import dev.sendero.core.policy.EntryPolicy;
import dev.sendero.core.policy.Holdouts;
import dev.sendero.core.policy.MessagePolicy;
import dev.sendero.core.profile.ProfileUpdates;
import dev.sendero.core.profile.Subscriptions;
import dev.sendero.core.run.Services;
import dev.sendero.core.state.Customer;
import dev.sendero.core.state.Deadline;
import dev.sendero.core.state.JourneyVersion;
import dev.sendero.rules.calendar.Zones;
import dev.sendero.rules.project.Bounds;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Decides: a function of a customer's state, an input and the journeys. No clock, no random number, no I/O. The state
 * is changed in place, the effects are returned in the order in which they came about.
 */
public final class Decider {

    private final Watches watches;
    private final Events events;
    private final Deadlines deadlines;
    private final Reconciliation reconciliation;
    private final Linking linking;
    private final Erasing erasing;

    public Decider(JourneySet journeys, Allocation allocation) {
        Bounds bounds = journeys.settings().bounds();
        var subscriptions = new Subscriptions(journeys.settings().groups().keySet(), bounds);
        var zones = new Zones(journeys.settings().zone());
        var services = new Services(
                new EntryPolicy(bounds),
                new MessagePolicy(journeys.settings(), zones),
                new ProfileUpdates(bounds, subscriptions),
                allocation::bucket,
                new Holdouts(journeys.settings().holdout(), allocation::bucket),
                zones,
                journeys.settings().currency(),
                bounds);
        watches = journeys.watches();
        deadlines = new Deadlines(journeys, services);
        events = new Events(journeys, services);
        reconciliation = new Reconciliation(journeys, services);
        linking = new Linking(journeys, services);
        erasing = new Erasing(journeys, services);
    }

    /**
     * Fires the deadlines before the event and applies the event. An event that does not follow the last one applied,
     * in {@link Event#ORDER}, is late: it updates the profile and cancels what can still be cancelled, and starts
     * nothing. A heartbeat fires deadlines and does nothing else. An event that erases lets the customer's runs leave and
     * forgets all of the customer, without firing what was due before.
     */
    public List<Effect> apply(CustomerState state, Event event, Admission admission) {
        Customer customer = state.content();
        var decision = new Decision();
        if (event.type() == EventType.ERASE) {
            erasing.erase(customer, event, decision);
            return decision.effects();
        }
        long millis = Deadline.millisOf(event.timestamp());
        boolean changed = deadlines.fireBefore(customer, millis, decision);
        if (event.type() != EventType.HEARTBEAT) {
            changed |= events.apply(customer, event, admission, decision);
        }
        if (changed) {
            customer.nextDeadline(deadlines.next(customer));
        }
        return decision.effects();
    }

    /**
     * Takes up what a device did before its user logged in, as one input; to be called before the event of the login is
     * applied. Situations begin and go on by it as if it had been the user's all the time, and it cancels, ends and
     * converts by its true time. Nobody enters by it for what is past: what would have been complete before the login,
     * or before the last event or deadline applied to the user, is recorded as not entered.
     */
    public List<Effect> link(CustomerState state, Linked linked) {
        Customer customer = state.content();
        var decision = new Decision();
        deadlines.fireBefore(customer, Deadline.millisOf(linked.at()), decision);
        linking.link(customer, linked, decision);
        customer.nextDeadline(deadlines.next(customer));
        return decision.effects();
    }

    /**
     * A user has logged in on the device that this customer was. Its situations go on with the user; its runs leave,
     * since nothing that happens from now on could take them out. Nothing of it is kept.
     */
    public List<Effect> depart(CustomerState state, Instant at) {
        Customer customer = state.content();
        var decision = new Decision();
        deadlines.fireBefore(customer, Deadline.millisOf(at), decision);
        linking.depart(customer, at, decision);
        return decision.effects();
    }

    /** Fires the deadlines up to and including a time. */
    public List<Effect> advance(CustomerState state, Instant time) {
        Customer customer = state.content();
        var decision = new Decision();
        if (deadlines.fireUpTo(customer, Deadline.millisOf(time), decision)) {
            customer.nextDeadline(deadlines.next(customer));
        }
        return decision.effects();
    }

    /**
     * Brings a customer in line with a changed set of journeys: runs of ended and removed journeys leave, runs of paused
     * journeys are held, and those of journeys that were paused go on; partial situations of journeys that are not live
     * are dropped; runs of older versions of a journey that migrates move to its newest, where they can. To be called
     * when a journey was paused, resumed or ended, a version was removed, or one took effect into which people move, for
     * every customer with state, before anything else. Another new version changes nothing for those who are inside, as
     * long as theirs is among the draining ones, and needs no call.
     *
     * @param migrating the journeys whose newest version takes over the people inside, at this time
     */
    public Reconciled reconcile(CustomerState state, Instant time, Set<JourneyId> migrating) {
        Customer customer = state.content();
        var decision = new Decision();
        boolean changed = reconciliation.reconcile(customer, time, migrating, decision);
        long next = deadlines.next(customer);
        changed |= next != customer.nextDeadline();
        customer.nextDeadline(next);
        return new Reconciled(decision.effects(), changed);
    }

    /** The versions that a customer needs: those of runs, ended ones that may still convert among them, and of situations. */
    public Set<JourneyVersion> versionsOf(CustomerState state) {
        Customer customer = state.content();
        var versions = new HashSet<JourneyVersion>();
        customer.runs().forEach(run -> versions.add(run.journey()));
        watches.addVersionsOf(customer, versions);
        return versions;
    }

    /** When {@link #advance} has something to do next; {@link Instant#MAX} for never. Paused journeys' deadlines wait. */
    public Instant nextDeadline(CustomerState state) {
        long millis = state.content().nextDeadline();
        return millis == Deadline.NEVER ? Instant.MAX : Instant.ofEpochMilli(millis);
    }
}
