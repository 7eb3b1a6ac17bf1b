package dev.sendero.store.journal;

import dev.sendero.api.JourneyId;
import dev.sendero.api.fact.FactType;
import java.math.BigDecimal;

/** @param value the sum of the facts' values, in the project's currency */
public record FactCount(
        JourneyId journey,
        String version,
        FactType type,
        String step,
        String arm,
        String reason,
        long count,
        BigDecimal value) {}
