/** A real Kafka broker inside this process, for one machine and for tests; no topic of Sendero's is known here. */
@NullMarked
package dev.sendero.broker;

import org.jspecify.annotations.NullMarked;
