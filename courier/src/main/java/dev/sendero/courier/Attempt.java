package dev.sendero.courier;

import dev.sendero.api.connector.Outcome;
import dev.sendero.store.ledger.Claim;
import dev.sendero.store.ledger.Result;

/** What one claim came to. */
sealed interface Attempt {

    Claim claim();

    /** The provider was called. @param to the address that was called */
    record Called(Claim claim, String to, Outcome outcome) implements Attempt {}

    /** The provider was not called, and this is why. */
    record NotCalled(Claim claim, Result result) implements Attempt {}
}
