/** The log of events as the gateway writes it, and the clock and heartbeats that go with it; not HTTP. */
@NullMarked
package dev.sendero.gateway.events;

import org.jspecify.annotations.NullMarked;
