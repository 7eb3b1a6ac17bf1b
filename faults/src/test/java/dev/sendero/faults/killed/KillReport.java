package dev.sendero.faults.killed;

import dev.sendero.api.fact.Fact;
import dev.sendero.api.fact.FactType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What should have left a job beside what has left it. */
record KillReport(
        Difference messages,
        Difference cancellations,
        Difference facts,
        int messageRepeats,
        int changedRepeats,
        int factRepeats,
        LedgerFeed ledger) {

    /** @param unexpected that left and should not have */
    record Difference(int expected, int lost, int unexpected) {

        static Difference between(Set<?> expected, Set<?> found) {
            var lost = new HashSet<Object>(expected);
            lost.removeAll(found);
            var unexpected = new HashSet<Object>(found);
            unexpected.removeAll(expected);
            return new Difference(expected.size(), lost.size(), unexpected.size());
        }

        boolean isNone() {
            return lost == 0 && unexpected == 0;
        }

        @Override
        public String toString() {
            return expected + " expected, " + lost + " lost, " + unexpected + " unexpected";
        }
    }

    static KillReport of(Decisions expected, Outgoing outgoing, LedgerFeed ledger) {
        return new KillReport(
                Difference.between(expected.messages(), outgoing.messages()),
                Difference.between(expected.cancellations(), outgoing.cancellations()),
                Difference.between(expected.facts(), ofCustomers(outgoing.facts())),
                outgoing.messageRepeats(),
                outgoing.changedRepeats(),
                outgoing.factRepeats(),
                ledger);
    }

    /** That a journey was published, no customer's events say. */
    private static Set<Fact> ofCustomers(Set<Fact> facts) {
        var ofCustomers = new HashSet<Fact>(facts);
        ofCustomers.removeIf(fact -> fact.type() == FactType.PUBLISHED);
        return ofCustomers;
    }

    /** What is not as it should be, in words; empty when all is. */
    List<String> faults() {
        var faults = new ArrayList<String>();
        note(faults, !messages.isNone(), "messages: " + messages);
        note(faults, !cancellations.isNone(), "cancellations: " + cancellations);
        note(faults, !facts.isNone(), "facts: " + facts);
        note(faults, changedRepeats > 0, "repeats that say something else: " + changedRepeats);
        note(faults, ledger.rows() != messages.expected(), "rows in the ledger: " + ledger.rows());
        note(faults, ledger.calledTwice() > 0, "messages that the ledger gave out twice: " + ledger.calledTwice());
        return faults;
    }

    private static void note(List<String> faults, boolean isFault, String text) {
        if (isFault) {
            faults.add(text);
        }
    }

    @Override
    public String toString() {
        return "messages: %s, %d repeats in the topic, %d rows in the ledger, %d given out, %d twice; facts: %s, %d repeats"
                .formatted(
                        messages,
                        messageRepeats,
                        ledger.rows(),
                        ledger.calls(),
                        ledger.calledTwice(),
                        facts,
                        factRepeats);
    }
}
