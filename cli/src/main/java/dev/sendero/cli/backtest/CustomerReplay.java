package dev.sendero.cli.backtest;

import dev.sendero.api.event.Event;
import dev.sendero.core.Admission;
import dev.sendero.core.CustomerState;
import dev.sendero.core.Decider;
import dev.sendero.core.Effect;
import dev.sendero.core.state.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs one customer through the journeys, in event time. Safe for many threads. */
public final class CustomerReplay {

    /** A customer with more would never come to rest. */
    private static final int MAX_DEADLINES = 1_000_000;

    private final Decider decider;
    private final Instant until;

    /** @param until when to stop; {@link Instant#MAX} for when nothing is pending any more */
    public CustomerReplay(Decider decider, Instant until) {
        this.decider = decider;
        this.until = until;
    }

    /** What was decided, in the order in which it was. Events after the end are not applied. */
    public List<Effect> run(Timelines.Timeline timeline) {
        var effects = new ArrayList<Effect>();
        run(timeline, (input, after, decided) -> effects.addAll(decided));
        return effects;
    }

    /** As {@link #run(Timelines.Timeline)}, with somebody looking on. Every deadline is an input of its own. */
    public void run(Timelines.Timeline timeline, ReplayWatch watch) {
        var pass = new Pass(CustomerState.fresh(timeline.customer()), watch);
        Iterator<Turn> turns = timeline.turns().iterator();
        Turn next = nextOf(turns);
        for (Event event : timeline.events()) {
            if (event.timestamp().isAfter(until)) {
                break;
            }
            while (next != null && !next.at().isAfter(Position.of(event))) {
                pass.apply(next);
                next = nextOf(turns);
            }
            pass.apply(event);
        }
        // A device's last events are those before its user logs in.
        while (next != null && !timeOf(next).isAfter(until)) {
            pass.apply(next);
            next = nextOf(turns);
        }
        pass.finish();
    }

    private static @Nullable Turn nextOf(Iterator<Turn> turns) {
        return turns.hasNext() ? turns.next() : null;
    }

    private static Instant timeOf(Turn turn) {
        return Instant.ofEpochMilli(turn.at().millis());
    }

    /** One customer's way through. */
    private final class Pass {

        private final CustomerState state;
        private final ReplayWatch watch;
        private int fired;

        Pass(CustomerState state, ReplayWatch watch) {
            this.state = state;
            this.watch = watch;
        }

        void apply(Event event) {
            fireBefore(event.timestamp());
            watch.applied(new ReplayInput.Happened(event), state, decider.apply(state, event, Admission.ALL));
        }

        void apply(Turn turn) {
            Instant at = timeOf(turn);
            fireBefore(at);
            if (turn instanceof Turn.Login login) {
                watch.applied(new ReplayInput.LoggedIn(login.linked()), state, decider.link(state, login.linked()));
            } else {
                watch.applied(new ReplayInput.Left(at), state, decider.depart(state, at));
            }
        }

        /** Fires what is due by the end; without one, until nothing is pending. */
        void finish() {
            for (Instant due = decider.nextDeadline(state);
                    !due.isAfter(until) && !due.equals(Instant.MAX);
                    due = decider.nextDeadline(state)) {
                fire(due);
            }
        }

        private void fireBefore(Instant time) {
            for (Instant due = decider.nextDeadline(state); due.isBefore(time); due = decider.nextDeadline(state)) {
                fire(due);
            }
        }

        private void fire(Instant deadline) {
            if (fired++ == MAX_DEADLINES) {
                throw new IllegalStateException("customer " + state.customer() + ": more than " + MAX_DEADLINES
                        + " deadlines (expected: an end)");
            }
            watch.applied(new ReplayInput.TimeCame(deadline), state, decider.advance(state, deadline));
        }
    }
}
