/** Everything that speaks HTTP: ingest, callbacks, links, queries and the console; no decision and no delivery. */
@NullMarked
package dev.sendero.gateway;

import org.jspecify.annotations.NullMarked;
