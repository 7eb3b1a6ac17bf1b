/** How messages and facts leave the job: after the checkpoint that holds their decision, and never before. */
@NullMarked
package dev.sendero.engine.outbox;

import org.jspecify.annotations.NullMarked;
