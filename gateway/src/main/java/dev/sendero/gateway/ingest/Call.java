package dev.sendero.gateway.ingest;

import java.util.Map;

/**
 * One call of an SDK, as it stands in a request.
 *
 * @param index its position in the batch, from 0
 * @param fields JSON values by name, only those that an event may be made from
 */
record Call(int index, Map<String, Object> fields) {}
