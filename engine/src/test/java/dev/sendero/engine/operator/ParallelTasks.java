package dev.sendero.engine.operator;

import dev.sendero.engine.journey.PublishedJourney;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;

/** The operator in several tasks; each event goes to the task of its customer. */
@SuppressWarnings("try") // Flink's harness says that closing it may be interrupted.
final class ParallelTasks implements AutoCloseable {

    private final List<OperatorHarness> tasks;

    private ParallelTasks(List<OperatorHarness> tasks) {
        this.tasks = tasks;
    }

    static ParallelTasks started(TaskSetup setup, int parallelism, PublishedJourney... journeys) throws Exception {
        return restored(setup, OperatorSubtaskState.builder().build(), parallelism, parallelism, journeys);
    }

    /** Tasks that begin with what tasks of another number, or on another backend, have left. */
    static ParallelTasks restored(
            TaskSetup setup,
            OperatorSubtaskState snapshot,
            int oldParallelism,
            int parallelism,
            PublishedJourney... journeys)
            throws Exception {
        var tasks = new ArrayList<OperatorHarness>();
        for (int index = 0; index < parallelism; index++) {
            tasks.add(OperatorHarness.restored(setup, snapshot, oldParallelism, parallelism, index, journeys));
        }
        return new ParallelTasks(tasks);
    }

    void event(String customer, String name, Instant at) throws Exception {
        int index = KeyGroupRangeAssignment.assignKeyToParallelOperator(
                customer, OperatorHarness.MAX_PARALLELISM, tasks.size());
        tasks.get(index).event(customer, name, at);
    }

    void timeReaches(Instant time) throws Exception {
        for (OperatorHarness task : tasks) {
            task.timeReaches(time);
        }
    }

    /** Lets one task do so many stretches, or fewer if there is nothing left to do. */
    void workOn(int index, int stretches) throws Exception {
        for (int i = 0; i < stretches && tasks.get(index).workOn(); i++) {}
    }

    void workOnEverywhere() throws Exception {
        for (int index = 0; index < tasks.size(); index++) {
            workOn(index, Integer.MAX_VALUE);
        }
    }

    void publish(PublishedJourney journey) throws Exception {
        for (OperatorHarness task : tasks) {
            task.publish(journey);
        }
    }

    /** Of all tasks, in the format that every backend reads. */
    OperatorSubtaskState savepoint() throws Exception {
        var states = new OperatorSubtaskState[tasks.size()];
        for (int index = 0; index < states.length; index++) {
            states[index] = tasks.get(index).savepoint(1);
        }
        return KeyedTwoInputStreamOperatorTestHarness.repackageState(states);
    }

    /** The messages since the last call, as {@code customer@time}, sorted. */
    List<String> messages() throws Exception {
        var messages = new ArrayList<String>();
        for (OperatorHarness task : tasks) {
            messages.addAll(task.messages());
        }
        messages.sort(null);
        return messages;
    }

    int timers() {
        return tasks.stream().mapToInt(OperatorHarness::timers).sum();
    }

    /** The messages of each task since the last call. */
    List<List<String>> messagesByTask() throws Exception {
        var messages = new ArrayList<List<String>>();
        for (OperatorHarness task : tasks) {
            messages.add(task.messages());
        }
        return messages;
    }

    @Override
    public void close() throws Exception {
        for (OperatorHarness task : tasks) {
            task.close();
        }
    }
}
