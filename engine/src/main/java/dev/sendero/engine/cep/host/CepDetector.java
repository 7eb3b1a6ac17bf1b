package dev.sendero.engine.cep.host;

import dev.sendero.core.detect.Detector;
import dev.sendero.core.detect.Situation;
import dev.sendero.core.scope.Moment;
import dev.sendero.core.state.Deadline;
import dev.sendero.core.state.Hosted;
import dev.sendero.core.state.JourneyVersion;
import dev.sendero.engine.cep.ProfiledEvent;
import dev.sendero.engine.cep.TriggerPatterns;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.Trigger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.flink.cep.nfa.ComputationState;
import org.apache.flink.cep.nfa.NFA;
import org.apache.flink.cep.nfa.NFAState;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.nfa.compiler.NFACompiler;
import org.apache.flink.cep.nfa.sharedbuffer.SharedBufferAccessor;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.time.TimerService;

/**
 * Recognises the situations of one journey version on Flink CEP's machine. Flink CEP gives up a match when time has
 * passed its window; here it is told so at the deadline itself, after all events of that instant, so that an absence
 * is dated with its end. What is late is not shown to it, as it knows no way back.
 */
@SuppressWarnings("try") // Flink says that closing an accessor may be interrupted.
final class CepDetector implements Detector {

    private final JourneyVersion journey;
    private final Trigger trigger;
    private final CepMemory memory;
    private final NFA<ProfiledEvent> machine;
    private final CepDeadlines deadlines;
    private final CepSituations situations;
    private final AfterMatchSkipStrategy skip;

    CepDetector(Journey journey, CepMemory memory) {
        this.journey = new JourneyVersion(journey.id(), journey.version());
        this.trigger = journey.trigger();
        this.memory = memory;
        Pattern<ProfiledEvent, ?> pattern = TriggerPatterns.of(new TriggerInPlace(trigger));
        this.skip = pattern.getAfterMatchSkipStrategy();
        this.machine = NFACompiler.compileFactory(pattern, false).createNFA();
        this.deadlines = CepDeadlines.of(machine, pattern);
        this.situations = new CepSituations(this.journey, trigger);
    }

    @Override
    public Set<String> eventNames() {
        return TriggerPatterns.eventNames(trigger);
    }

    @Override
    public boolean seesAllEvents() {
        return trigger.isOfEveryEvent();
    }

    @Override
    public Hosted apply(Hosted state, Moment moment, boolean mayStart, Consumer<Situation> found) {
        var event = new ProfiledEvent(moment.event(), moment.profileMap());
        return work(state, found, (accessor, matching) -> {
            var matches = new ArrayList<>(passTime(accessor, matching, moment.millis()));
            List<ComputationState> starts = mayStart ? List.of() : takeStarts(matching);
            matches.addAll(machine.process(accessor, matching, event, moment.millis(), skip, NoClock.INSTANCE));
            matching.getPartialMatches().addAll(starts);
            return matches;
        });
    }

    @Override
    public Hosted applyLate(Hosted state, Moment moment) {
        return state;
    }

    @Override
    public Hosted fire(Hosted state, Moment moment, Consumer<Situation> found) {
        return work(state, found, (accessor, matching) -> passTime(accessor, matching, moment.millis() + 1));
    }

    private interface Work {
        Collection<Map<String, List<ProfiledEvent>>> on(SharedBufferAccessor<ProfiledEvent> accessor, NFAState matching)
                throws Exception;
    }

    private Hosted work(Hosted state, Consumer<Situation> found, Work work) {
        Collection<Map<String, List<ProfiledEvent>>> matches;
        Hosted after;
        synchronized (memory) {
            try {
                NFAState matching = memory.load(state.content(), machine);
                try (SharedBufferAccessor<ProfiledEvent> accessor = memory.accessor()) {
                    matches = work.on(accessor, matching);
                }
                after = isAtRest(matching)
                        ? Hosted.nothing(journey)
                        : new Hosted(journey, memory.content(matching), deadlines.next(matching));
            } catch (Exception failed) {
                throw new IllegalStateException("Flink CEP failed in journey " + journey.journey(), failed);
            }
        }
        situations.of(matches).forEach(found);
        return after;
    }

    private Collection<Map<String, List<ProfiledEvent>>> passTime(
            SharedBufferAccessor<ProfiledEvent> accessor, NFAState matching, long millis) throws Exception {
        return machine.advanceTime(accessor, matching, millis, skip).f0;
    }

    /** Without them nothing begins. */
    private static List<ComputationState> takeStarts(NFAState matching) {
        List<ComputationState> starts = matching.getPartialMatches().stream()
                .filter(CepDetector::isStart)
                .toList();
        matching.getPartialMatches().removeAll(starts);
        return starts;
    }

    private static boolean isAtRest(NFAState matching) {
        return matching.getCompletedMatches().isEmpty()
                && matching.getPartialMatches().stream().allMatch(CepDetector::isStart);
    }

    static boolean isStart(ComputationState state) {
        return state.getStartEventID() == null;
    }

    /** Situations depend on no clock. */
    private enum NoClock implements TimerService {
        INSTANCE;

        @Override
        public long currentProcessingTime() {
            return Deadline.NEVER;
        }
    }
}
