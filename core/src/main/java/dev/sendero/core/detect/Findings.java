package dev.sendero.core.detect;

import java.util.ArrayList;
import java.util.List;

/** The situations that one event or one instant completes, in the order in which their journeys decide. */
public final class Findings {

    /** @param rank of the journey version in the order in which journeys decide */
    public record Finding(int rank, Situation situation) {}

    private List<Finding> inOrder = List.of();

    /** Of one rank, what is added first comes first. */
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

    public List<Finding> inOrder() {
        return inOrder;
    }
}
