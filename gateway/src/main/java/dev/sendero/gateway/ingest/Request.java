package dev.sendero.gateway.ingest;

import java.util.List;

/**
 * A request's body, taken apart.
 *
 * @param writeKey empty when the body names none
 * @param sentAt when the device sent it, as it says; empty when it does not
 * @param problems what is wrong with single calls; those are not among {@code calls}
 */
record Request(String writeKey, String sentAt, List<Call> calls, List<Refusal.Reason> problems) {}
