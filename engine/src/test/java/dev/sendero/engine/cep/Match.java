package dev.sendero.engine.cep;

import dev.sendero.api.CustomerId;
import dev.sendero.api.event.Event;
import java.time.Instant;

/** A situation that Flink CEP has recognised: its first and its last event, and when it was complete. */
record Match(CustomerId customer, Event first, Event last, Instant at) {}
