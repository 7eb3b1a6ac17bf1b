package dev.sendero.rules.trait;

/**
 * A trait that is kept up to date as events come.
 *
 * @param name as in {@code profile.traits.NAME}
 */
public record ComputedTrait(String name, TraitRule rule) {}
