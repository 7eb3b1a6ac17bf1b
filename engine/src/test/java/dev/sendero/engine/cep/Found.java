package dev.sendero.engine.cep;

import dev.sendero.api.RunId;
import java.time.Instant;

/**
 * A situation that was recognised.
 *
 * @param run says which customer, key, first and last event
 */
record Found(String customer, RunId run, Instant at) {}
