package dev.sendero.store.ledger;

/** The result of one claim. */
public record Resolution(Claim claim, Result result) {}
