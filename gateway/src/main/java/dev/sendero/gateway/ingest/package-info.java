/** Events over HTTP as Segment's SDKs send them, from bytes to accepted events; not where they are kept. */
@NullMarked
package dev.sendero.gateway.ingest;

import org.jspecify.annotations.NullMarked;
