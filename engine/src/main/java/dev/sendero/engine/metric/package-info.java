/** What the job counts and under which names; who counts it, and where it is shown, is not known here. */
@NullMarked
package dev.sendero.engine.metric;

import org.jspecify.annotations.NullMarked;
