package dev.sendero.engine.operator;

import java.util.OptionalLong;

/**
 * Takes one task's customers forward in time. A watermark is taken in steps: where journeys change in between, there is
 * one up to each change. In a step the events that time has reached are applied, then the deadlines fire, then journeys
 * change. All of it is done in stretches, between which input is taken and snapshots are made; events that come
 * meanwhile wait for the next watermark, as if they had come after this one.
 */
final class Advance {

    /** What is done on the way. */
    interface Way {

        /** When journeys change next, in milliseconds. */
        OptionalLong nextChange();

        /** Lets journeys change. */
        void change() throws Exception;

        /** Lets the events up to a time become due. */
        void takeEvents(long time);

        /** Goes on applying them; returns whether none is left. */
        boolean applyEvents(Stretch stretch) throws Exception;

        /** Goes on firing deadlines; returns whether none is left. */
        boolean fireDeadlines(long time, Stretch stretch) throws Exception;

        /** Whether customers are to be reconciled with a change. */
        boolean isSweeping();

        /** Goes on reconciling them; returns whether none is left. */
        boolean sweep(Stretch stretch) throws Exception;

        /** A watermark has been passed, with all changes up to it. */
        void passed(long time);
    }

    private enum Stage {
        NOTHING,
        SWEEP,
        EVENTS,
        DEADLINES,
        CHANGE
    }

    private final Way way;
    private Stage stage = Stage.NOTHING;
    private boolean wanted;
    private long target = Long.MIN_VALUE;
    private long step = Long.MIN_VALUE;
    private boolean changing;
    private long now;

    /** @param now see {@link #now} */
    Advance(Way way, long now) {
        this.way = way;
        this.now = now;
    }

    /** Up to when everything is decided, or being decided, by the journeys that are in force; in milliseconds. */
    long now() {
        return now;
    }

    /** Whether something is left to do. */
    boolean isUnderWay() {
        return wanted || stage != Stage.NOTHING || way.isSweeping();
    }

    /** Asks to go on to a watermark; {@link #goOn} does so. */
    void to(long watermark) {
        target = isUnderWay() ? Math.max(target, watermark) : watermark;
        wanted = true;
    }

    /** Goes on as long as the stretch lasts. */
    void goOn(Stretch stretch) throws Exception {
        while (isUnderWay()) {
            if (!doStage(stretch)) {
                return;
            }
        }
    }

    /** Returns whether the stage is behind us; else the stretch is over. */
    private boolean doStage(Stretch stretch) throws Exception {
        return switch (stage) {
            case NOTHING -> {
                if (wanted) {
                    beginStep();
                    yield true;
                }
                // What is due for those who have been reconciled is due now.
                wanted = way.sweep(stretch);
                yield wanted;
            }
            case SWEEP -> next(way.sweep(stretch), Stage.EVENTS);
            case EVENTS -> next(way.applyEvents(stretch), Stage.DEADLINES);
            case DEADLINES -> {
                boolean done = way.fireDeadlines(step, stretch);
                if (done && !changing) {
                    way.passed(step);
                }
                yield next(done, changing ? Stage.CHANGE : Stage.NOTHING);
            }
            case CHANGE -> {
                way.change();
                yield next(true, Stage.NOTHING);
            }
        };
    }

    private boolean next(boolean done, Stage following) {
        if (done) {
            stage = following;
        }
        return done;
    }

    private void beginStep() {
        OptionalLong change = way.nextChange();
        changing = change.isPresent() && change.getAsLong() <= target;
        // Long.MIN_VALUE has nothing before it.
        step = changing ? Math.max(change.getAsLong(), Long.MIN_VALUE + 1) - 1 : target;
        wanted = changing;
        now = Math.max(now, step);
        way.takeEvents(step);
        // One change at a time: everybody is reconciled with the last one before the next.
        stage = changing && way.isSweeping() ? Stage.SWEEP : Stage.EVENTS;
    }
}
