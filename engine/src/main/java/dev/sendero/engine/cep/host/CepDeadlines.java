package dev.sendero.engine.cep.host;

import dev.sendero.core.state.Deadline;
import dev.sendero.engine.cep.ProfiledEvent;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.cep.nfa.ComputationState;
import org.apache.flink.cep.nfa.NFA;
import org.apache.flink.cep.nfa.NFAState;
import org.apache.flink.cep.nfa.State;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.WithinType;

/**
 * When matches that have begun run out of time. Windows are a millisecond longer than what they stand for, so the last
 * instant that belongs to one is a millisecond before its end.
 *
 * @param window since the first event, in milliseconds; 0 for none
 * @param absence since the newest event, in milliseconds; 0 for none
 * @param inAbsence states that are complete when nothing happens
 */
record CepDeadlines(long window, long absence, Set<String> inAbsence) {

    static CepDeadlines of(NFA<ProfiledEvent> machine, Pattern<ProfiledEvent, ?> pattern) {
        return new CepDeadlines(
                machine.getWindowTime(),
                pattern.getWindowSize(WithinType.PREVIOUS_AND_CURRENT)
                        .map(Duration::toMillis)
                        .orElse(0L),
                machine.getStates().stream()
                        .filter(State::isPending)
                        .map(State::getName)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Milliseconds since 1970; {@link Deadline#NEVER} when nothing does. */
    long next(NFAState matching) {
        long next = Deadline.NEVER;
        for (ComputationState state : matching.getPartialMatches()) {
            if (!CepDetector.isStart(state)) {
                next = Math.min(next, of(state));
            }
        }
        return next;
    }

    private long of(ComputationState state) {
        long deadline = window > 0 ? state.getStartTimestamp() + window - 1 : Deadline.NEVER;
        return absence > 0 && inAbsence.contains(state.getCurrentStateName())
                ? Math.min(deadline, state.getPreviousTimestamp() + absence - 1)
                : deadline;
    }
}
