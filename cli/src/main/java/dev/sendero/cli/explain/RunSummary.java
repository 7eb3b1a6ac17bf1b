package dev.sendero.cli.explain;

import dev.sendero.api.fact.Fact;
import dev.sendero.api.fact.FactType;
import dev.sendero.cli.project.ProblemDisplay;
import java.util.List;
import java.util.function.Supplier;

/** What one journey has to do with the customer, in one sentence. */
final class RunSummary {

    private final List<Fact> facts;

    private RunSummary(List<Fact> facts) {
        this.facts = facts;
    }

    /**
     * @param facts all that was decided
     * @param attempts the times that it might have been entered and was not
     * @param waiting what is open
     * @param nothingBegan why there is nothing of all this
     */
    static String of(List<Fact> facts, List<Attempt> attempts, List<Waiting> waiting, Supplier<String> nothingBegan) {
        var summary = new RunSummary(facts);
        long entered = summary.count(FactType.ENTERED);
        long heldOut = summary.count(FactType.HELD_OUT);
        if (entered + heldOut > 0) {
            return (heldOut == 0 ? "" : "held out " + ProblemDisplay.counted(heldOut, "time"))
                    + (heldOut > 0 && entered > 0 ? ", " : "")
                    + (entered == 0 ? "" : "entered " + ProblemDisplay.counted(entered, "time"))
                    + summary.outcome();
        }
        if (waiting.stream().anyMatch(open -> !open.inside())) {
            return "not yet entered";
        }
        return attempts.isEmpty() ? "never entered: " + nothingBegan.get() : "never entered";
    }

    private String outcome() {
        var text = new StringBuilder();
        append(text, FactType.MESSAGE_REQUESTED, "message");
        append(text, FactType.MESSAGE_SKIPPED, "skipped message");
        append(text, FactType.CONVERTED, "conversion");
        return text.toString();
    }

    private void append(StringBuilder text, FactType type, String noun) {
        long count = count(type);
        if (count > 0) {
            text.append(", ").append(ProblemDisplay.counted(count, noun));
        }
    }

    private long count(FactType type) {
        return facts.stream().filter(fact -> fact.type() == type).count();
    }
}
