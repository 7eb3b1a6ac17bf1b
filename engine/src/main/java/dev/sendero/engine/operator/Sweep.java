package dev.sendero.engine.operator;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.util.CloseableIterator;

/**
 * The customers who are still to be reconciled with a change. Whoever needs it sooner is reconciled out of turn; nobody
 * is reconciled twice, except after a restart.
 */
final class Sweep {

    private final RunChange change;
    private final CloseableIterator<String> customers;
    private final int maxParallelism;

    /** Who has been reconciled, by group of keys, of the group that is swept and of those to come. */
    private final Map<Integer, Set<String>> reconciled = new HashMap<>();

    private int group;

    /**
     * @param customers group of keys by group of keys, the numbers of the groups growing
     * @param maxParallelism the number of groups
     */
    Sweep(RunChange change, CloseableIterator<String> customers, int maxParallelism) {
        this.change = change;
        this.customers = customers;
        this.maxParallelism = maxParallelism;
    }

    RunChange change() {
        return change;
    }

    boolean hasNext() {
        return customers.hasNext();
    }

    /** A customer who may have had his turn. */
    String next() {
        String customer = customers.next();
        int its = groupOf(customer);
        while (group < its) {
            reconciled.remove(group);
            group++;
        }
        return customer;
    }

    /** Whether a customer is to be reconciled now; says so once for each. */
    boolean isTurnOf(String customer) {
        int its = groupOf(customer);
        return its >= group
                && reconciled.computeIfAbsent(its, it -> new HashSet<>()).add(customer);
    }

    private int groupOf(String customer) {
        return KeyGroupRangeAssignment.assignToKeyGroup(customer, maxParallelism);
    }

    void close() {
        try {
            customers.close();
        } catch (Exception refused) {
            throw new IllegalStateException("customers' keys: cannot be closed (expected: to be)", refused);
        }
    }
}
