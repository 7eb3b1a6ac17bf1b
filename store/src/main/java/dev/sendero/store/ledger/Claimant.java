package dev.sendero.store.ledger;

/**
 * One life of one courier.
 *
 * @param owner the instance's name: the same after a restart, another for every instance that runs beside it
 * @param epoch which of its lives this is; a later life has a larger number
 */
public record Claimant(String owner, long epoch) {}
