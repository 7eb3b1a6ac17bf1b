/** How published journeys come from Kafka into the job and when they take effect; what they do is not known here. */
@NullMarked
package dev.sendero.engine.journey;

import org.jspecify.annotations.NullMarked;
