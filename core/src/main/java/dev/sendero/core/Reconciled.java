package dev.sendero.core;

import java.util.List;

/**
 * What became of a customer when journeys changed.
 *
 * @param isChanged whether what is kept of the customer is other than before; of most it is not
 */
public record Reconciled(List<Effect> effects, boolean isChanged) {}
