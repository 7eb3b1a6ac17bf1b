package dev.sendero.core.run;

import dev.sendero.core.calendar.WrittenTimes;
import dev.sendero.core.scope.Moment;
import dev.sendero.core.state.Run;
import dev.sendero.rules.calendar.LocalTimes;
import dev.sendero.rules.calendar.Zones;
import dev.sendero.rules.journey.DelayLength;
import dev.sendero.rules.journey.DelayLength.IfPast;
import dev.sendero.rules.journey.DelayLength.UntilTime;
import dev.sendero.rules.journey.DelayLength.UntilTimeOfDay;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.journey.ZoneChoice;
import java.util.List;
import java.util.Optional;

/**
 * Waits until a time. What depends on the profile, and with it on the customer's time zone, is followed as the profile
 * changes; what the run says was decided when it came here.
 *
 * @param position its own place in the program
 */
record UntilNode(Step.Delay step, int position, int next) implements RestingNode {

    /** Why a run leaves that is to wait for a time and has none. */
    static final String NO_TIME = "no time to wait until";

    /** Why a run leaves for which the time has passed. */
    static final String PAST = "the time to wait until has passed";

    @Override
    public List<Integer> ways() {
        return List.of(next);
    }

    @Override
    public int take(Walk walk) {
        walk.reached(step.id(), "");
        long now = walk.moment().millis();
        return goOn(walk, now, now);
    }

    /** What it waits for may be later by now, in a way that no event has told. */
    @Override
    public int resume(Walk walk) {
        return follows(walk.services()) ? goOn(walk, walk.dueAt(), walk.run().since()) : next;
    }

    /** @param from what is before has passed, milliseconds since 1970 */
    private int goOn(Walk walk, long from, long since) {
        Optional<Long> time = time(from, walk.services().zones(), walk.moment(), walk.run(), since);
        if (time.isEmpty()) {
            return walk.exit(NO_TIME);
        }
        if (time.get() > from) {
            return walk.rest(walk.run().restingAt(position, since, time.get()));
        }
        return time.get() == from || goesOnIfPast() ? next : walk.exit(PAST);
    }

    private boolean goesOnIfPast() {
        return step.length() instanceof UntilTime until && until.ifPast() == IfPast.CONTINUE;
    }

    @Override
    public boolean follows(Services services) {
        DelayLength length = step.length();
        return length instanceof UntilTimeOfDay timeOfDay
                ? timeOfDay.zone() instanceof ZoneChoice.OfCustomer
                : length instanceof UntilTime until && until.follows();
    }

    @Override
    public long dueFrom(long now, Services services, Moment moment, Run run) {
        return time(now, services.zones(), moment, run, run.since())
                .map(time -> Math.max(now, time))
                .orElse(now);
    }

    private Optional<Long> time(long from, Zones zones, Moment moment, Run run, long since) {
        if (step.length() instanceof UntilTimeOfDay timeOfDay) {
            return Optional.of(LocalTimes.next(
                    timeOfDay.time(),
                    zones.of(timeOfDay.zone(), moment.profile().traits()),
                    from));
        }
        var until = (UntilTime) step.length();
        return until.time()
                .evaluate(moment.scopeSince(run, since))
                .flatMap(written -> WrittenTimes.millisOf(
                        written, zones.of(until.zone(), moment.profile().traits())));
    }
}
