package dev.sendero.gateway.query;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What has happened in a journey so far, over all its versions.
 *
 * @param inside runs that are on their way now
 * @param skipped messages that were not sent, by reason
 * @param value the sum of what conversions were worth, in the project's currency
 * @param notEntered situations that were recognised without an entry, by reason
 * @param steps by step id
 */
public record JourneyNumbers(
        long entered,
        long heldOut,
        long inside,
        long messages,
        Map<String, Long> skipped,
        long cancelled,
        long converted,
        BigDecimal value,
        long exited,
        long completed,
        Map<String, Long> notEntered,
        Map<String, StepNumbers> steps) {

    /**
     * @param reached runs that came here
     * @param arms how many took each arm
     * @param messages requested here
     * @param skipped messages that were not sent from here
     * @param waiting runs that rest here now; -1 when the facts do not say
     */
    public record StepNumbers(long reached, Map<String, Long> arms, long messages, long skipped, long waiting) {}
}
