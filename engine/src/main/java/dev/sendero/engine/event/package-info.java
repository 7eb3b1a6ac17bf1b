/** How events come from Kafka into the job, and what time it is by them; what they mean is not known here. */
@NullMarked
package dev.sendero.engine.event;

import org.jspecify.annotations.NullMarked;
