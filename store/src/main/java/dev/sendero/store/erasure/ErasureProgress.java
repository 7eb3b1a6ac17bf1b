package dev.sendero.store.erasure;

import dev.sendero.api.EventId;
import java.time.Instant;

/**
 * What came of a request to erase somebody.
 *
 * @param receipt names the request
 * @param done whether the engine has forgotten as well
 * @param doneAt when the last part of it was done; {@link Instant#EPOCH} before
 */
public record ErasureProgress(EventId receipt, Instant requestedAt, boolean done, Instant doneAt, Cleared cleared) {}
