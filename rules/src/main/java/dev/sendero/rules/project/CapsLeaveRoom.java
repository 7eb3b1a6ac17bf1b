package dev.sendero.rules.project;

import dev.sendero.rules.check.CheckedJourney;
import dev.sendero.rules.expression.DurationText;
import dev.sendero.rules.journey.DelayLength;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.ProblemCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * No journey alone sends more than a frequency cap lets through. In favour of the journey, every wait is taken to last
 * as long as it may, and one without an end to be long enough; against it, that the customer may get every message.
 */
final class CapsLeaveRoom {

    /** Steps that are walked over at most, on all ways together; what lies beyond is not told. */
    private static final int MAX_STEPS = 5_000;

    /** For what may last as long as it likes: longer than any cap. */
    private static final Duration LONG = Duration.ofDays(36_500);

    private final List<FrequencyCap> caps;

    CapsLeaveRoom(List<FrequencyCap> caps) {
        this.caps = caps;
    }

    void check(CheckedJourney checked, Findings findings) {
        if (!caps.isEmpty()) {
            new Walk(checked, findings).along(checked.journey().steps(), Duration.ZERO, List.of());
        }
    }

    /**
     * A step that has sent something.
     *
     * @param at how long after the run's entry, at most
     */
    private record Sent(Step step, Duration at) {}

    /** Goes all ways through one journey. */
    private final class Walk {

        private final CheckedJourney checked;
        private final Findings findings;
        private final Set<Step> reported = Collections.newSetFromMap(new IdentityHashMap<>());
        private int walked;

        Walk(CheckedJourney checked, Findings findings) {
            this.checked = checked;
            this.findings = findings;
        }

        /**
         * @param steps what is still to come on this way
         * @param elapsed since the run's entry, at most
         * @param sent what was sent on this way, oldest first
         */
        void along(List<Step> steps, Duration elapsed, List<Sent> sent) {
            if (steps.isEmpty() || ++walked > MAX_STEPS || steps.get(0) instanceof Step.Exit) {
                return;
            }
            Step step = steps.get(0);
            List<Step> rest = steps.subList(1, steps.size());
            Duration after = elapsed.plus(longest(step));
            if (!step.ways().isEmpty()) {
                step.ways().forEach(way -> along(joined(way, rest), after, sent));
            } else if (step.sends().isEmpty()) {
                along(rest, after, sent);
            } else {
                along(rest, after, withSent(sent, step, elapsed));
            }
        }

        /** A message that is skipped counts for no cap. */
        private List<Sent> withSent(List<Sent> sent, Step step, Duration at) {
            Optional<FrequencyCap> reached =
                    caps.stream().filter(cap -> isReached(cap, sent, step, at)).findFirst();
            if (reached.isEmpty()) {
                return joined(sent, List.of(new Sent(step, at)));
            }
            if (reported.add(step)) {
                report(step, reached.get());
            }
            return sent;
        }

        private void report(Step step, FrequencyCap cap) {
            findings.warning(
                    ProblemCode.CAP_EXCEEDED,
                    checked.places().of(step),
                    "who got the journey's messages before this one does not get it: a frequency cap allows "
                            + cap.atMost() + " in " + DurationText.of(cap.per()),
                    "wait longer before it, or raise the cap in sendero.yaml");
        }
    }

    private static boolean isReached(FrequencyCap cap, List<Sent> sent, Step step, Duration at) {
        return counts(cap, step)
                && sent.stream()
                                .filter(before -> counts(cap, before.step())
                                        && at.minus(before.at()).compareTo(cap.per()) < 0)
                                .count()
                        >= cap.atMost();
    }

    /** Whether it counts for a cap whichever of its messages is sent. */
    private static boolean counts(FrequencyCap cap, Step step) {
        return step.sends().stream()
                .allMatch(send -> send.channel().reachesCustomer()
                        && !send.group().equals(Step.TRANSACTIONAL)
                        && cap.isAbout(send.channel(), send.group()));
    }

    private static Duration longest(Step step) {
        if (step instanceof Step.Delay delay) {
            return delay.length() instanceof DelayLength.Fixed fixed ? fixed.length() : LONG;
        }
        if (step instanceof Step.WaitUntil wait) {
            return wait.timeout().compareTo(LONG) < 0 ? wait.timeout() : LONG;
        }
        return Duration.ZERO;
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
