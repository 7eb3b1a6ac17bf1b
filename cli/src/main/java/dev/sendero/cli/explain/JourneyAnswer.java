package dev.sendero.cli.explain;

import dev.sendero.api.fact.Fact;
import java.util.List;

/**
 * What one journey has to do with the customer.
 *
 * @param facts all that was decided, in order
 * @param attempts the times that it might have been entered and was not, in order
 * @param waiting what is open at the end
 * @param summary in one sentence
 */
record JourneyAnswer(
        String journey,
        String title,
        String state,
        List<Fact> facts,
        List<Attempt> attempts,
        List<Waiting> waiting,
        String summary) {}
