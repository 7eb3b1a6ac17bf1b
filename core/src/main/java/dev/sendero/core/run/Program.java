package dev.sendero.core.run;

import dev.sendero.api.StepId;
import dev.sendero.core.state.Run;
import dev.sendero.rules.journey.DelayLength;
import dev.sendero.rules.journey.Since;
import dev.sendero.rules.journey.Step;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A journey's steps in one row, each naming where it goes on, so that where a run stands is a number. Steps are
 * numbered from 0 in the order of the file, an arm's steps right after their branch, split or wait: saved runs rely on
 * that. The number after the last is the end.
 */
public final class Program {

    private final List<Node> nodes;
    private final List<LookBack> lookBacks;
    private final Set<StepId> lookedBackTo;

    private Program(List<Node> nodes) {
        this.nodes = nodes;
        this.lookBacks = nodes.stream()
                .filter(WaitNode.class::isInstance)
                .flatMap(node -> ((WaitNode) node).lookBacks().stream())
                .toList();
        this.lookedBackTo = lookBacks.stream()
                .map(LookBack::since)
                .filter(Since.OfStep.class::isInstance)
                .map(since -> ((Since.OfStep) since).step())
                .collect(Collectors.toUnmodifiableSet());
    }

    public static Program of(List<Step> steps) {
        var row = new Row();
        row.append(steps, row.sizeOf(steps));
        return new Program(List.copyOf(row.nodes));
    }

    /** The arms for which something counts that happens before their wait begins. */
    List<LookBack> lookBacks() {
        return lookBacks;
    }

    /** Whether an arm asks what has happened since a step. */
    boolean isLookedBackTo(StepId step) {
        return lookedBackTo.contains(step);
    }

    /** Whether one of the steps does. */
    public boolean changesProfiles() {
        return nodes.stream().anyMatch(SetNode.class::isInstance);
    }

    int end() {
        return nodes.size();
    }

    Node at(int position) {
        return nodes.get(position);
    }

    /** Where the step of an id is; {@link #end} for none. */
    int find(StepId step) {
        for (int position = 0; position < end(); position++) {
            if (at(position).step().id().equals(step)) {
                return position;
            }
        }
        return end();
    }

    /** What a run that stands at a position may have sent. */
    Set<StepId> sendsBefore(int position) {
        var leading = new BitSet();
        leading.set(position);
        for (int before = position - 1; before >= 0; before--) {
            if (at(before).ways().stream().anyMatch(leading::get)) {
                leading.set(before);
            }
        }
        leading.clear(position);
        return sendsOf(leading);
    }

    /** What a run that goes on at a position may send. */
    Set<StepId> sendsFrom(int position) {
        var reached = new BitSet();
        reached.set(position);
        for (int next = position; next < end(); next++) {
            if (reached.get(next)) {
                at(next).ways().forEach(reached::set);
            }
        }
        return sendsOf(reached);
    }

    private Set<StepId> sendsOf(BitSet positions) {
        return positions.stream()
                .filter(position -> position < end())
                .mapToObj(this::at)
                .filter(SendNode.class::isInstance)
                .map(node -> node.step().id())
                .collect(Collectors.toSet());
    }

    /** The delays of a length in which a run may be that is to go on at a position. */
    List<DelayNode> delaysBefore(int position) {
        return nodes.stream()
                .filter(node -> node instanceof DelayNode delay && delay.next() == position)
                .map(DelayNode.class::cast)
                .toList();
    }

    /** The step where a run rests; empty when two delays lead to one place and it may rest at either. */
    public String restingStep(Run run) {
        if (run.position() < end() && run.waiting()) {
            return at(run.position()).step().id().value();
        }
        List<DelayNode> delays = delaysBefore(run.position());
        return delays.size() == 1 ? delays.get(0).step().id().value() : "";
    }

    /** Steps being put in a row. */
    private static final class Row {

        private final List<Node> nodes = new ArrayList<>();

        /** @param after where the last of the steps goes on */
        private void append(List<Step> steps, int after) {
            for (int index = 0; index < steps.size(); index++) {
                Step step = steps.get(index);
                boolean last = index == steps.size() - 1;
                append(step, last ? after : nodes.size() + sizeOf(step));
            }
        }

        private void append(Step step, int next) {
            List<List<Step>> arms = armsOf(step);
            List<Integer> starts = new ArrayList<>();
            int start = nodes.size() + 1;
            for (List<Step> arm : arms) {
                starts.add(arm.isEmpty() ? next : start);
                start += sizeOf(arm);
            }
            nodes.add(nodeOf(step, nodes.size(), List.copyOf(starts), next));
            arms.forEach(arm -> append(arm, next));
        }

        private int sizeOf(List<Step> steps) {
            return steps.stream().mapToInt(this::sizeOf).sum();
        }

        private int sizeOf(Step step) {
            return 1 + armsOf(step).stream().mapToInt(this::sizeOf).sum();
        }
    }

    private static Node nodeOf(Step step, int position, List<Integer> starts, int next) {
        if (!step.sends().isEmpty()) {
            return new SendNode(step, step.sends(), position, next);
        }
        if (step instanceof Step.Start start) {
            return new StartNode(start, next);
        }
        if (step instanceof Step.Delay delay) {
            return delay.length() instanceof DelayLength.Fixed fixed
                    ? new DelayNode(delay, fixed.length(), next)
                    : new UntilNode(delay, position, next);
        }
        if (step instanceof Step.WaitUntil wait) {
            return new WaitNode(wait, position, starts);
        }
        if (step instanceof Step.Branch branch) {
            return new BranchNode(branch, starts);
        }
        if (step instanceof Step.RandomSplit split) {
            return new SplitNode(split, starts);
        }
        if (step instanceof Step.Set set) {
            return new SetNode(set, next);
        }
        return new ExitNode((Step.Exit) step);
    }

    /** The steps of the arms; the last list is what a wait does after its time and a branch otherwise. */
    private static List<List<Step>> armsOf(Step step) {
        List<List<Step>> arms = new ArrayList<>();
        if (step instanceof Step.WaitUntil wait) {
            wait.arms().forEach(arm -> arms.add(arm.steps()));
            arms.add(wait.afterTimeout());
        } else if (step instanceof Step.Branch branch) {
            branch.arms().forEach(arm -> arms.add(arm.steps()));
            arms.add(branch.otherwise());
        } else if (step instanceof Step.RandomSplit split) {
            split.arms().forEach(arm -> arms.add(arm.steps()));
        }
        return arms;
    }
}
