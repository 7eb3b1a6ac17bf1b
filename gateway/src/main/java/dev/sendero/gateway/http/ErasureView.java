package dev.sendero.gateway.http;

import dev.sendero.store.erasure.Cleared;
import dev.sendero.store.erasure.ErasureProgress;
import java.time.Instant;

/**
 * What is told of a request to erase somebody; whom is not told.
 *
 * @param done whether the engine has forgotten as well
 * @param doneAt when the last part of it was done; {@link Instant#EPOCH} before
 */
public record ErasureView(String receipt, Instant requestedAt, boolean done, Instant doneAt, Cleared cleared) {

    static ErasureView of(ErasureProgress progress) {
        return new ErasureView(
                progress.receipt().value(),
                progress.requestedAt(),
                progress.done(),
                progress.doneAt(),
                progress.cleared());
    }
}
