package dev.sendero.core.detect;

import dev.sendero.core.state.JourneyVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The situations that one event or one instant completes, in the order in which their journeys decide. */
public final class Findings {

    /** @param rank of the journey version in the order in which journeys decide */
    public record Finding(int rank, Situation situation) {}

    private final Map<JourneyVersion, Integer> ranks;
    private List<Finding> inOrder = List.of();

    Findings(Map<JourneyVersion, Integer> ranks) {
        this.ranks = ranks;
    }

    /** Of one journey version, what is added first comes first. */
    public void add(Situation situation) {
        add(ranks.getOrDefault(situation.journey(), Integer.MAX_VALUE), situation);
    }

    /** @param rank of the situation's journey version */
    void add(int rank, Situation situation) {
        if (inOrder.isEmpty()) {
            inOrder = new ArrayList<>(2);
        }
        int place = inOrder.size();
        while (place > 0 && inOrder.get(place - 1).rank() > rank) {
            place--;
        }
        inOrder.add(place, new Finding(rank, situation));
    }

    public boolean isEmpty() {
        return inOrder.isEmpty();
    }

    public List<Finding> inOrder() {
        return inOrder;
    }
}
