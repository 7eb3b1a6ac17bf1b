package dev.sendero.engine.identity;

import dev.sendero.core.identity.Visitor;
import dev.sendero.engine.event.ReceivedEvent;

/**
 * All that the job keeps of one anonymous id.
 *
 * @param timer for which time, in milliseconds, Flink will look whether it can be forgotten
 */
record VisitorCell(Visitor<ReceivedEvent> visitor, long timer) {

    static final long NO_TIMER = Long.MAX_VALUE;
}
