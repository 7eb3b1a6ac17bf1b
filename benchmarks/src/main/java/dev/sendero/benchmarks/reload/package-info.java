/** Journeys that change while events flow: how soon, at what cost, and whether decisions stay what they should be. */
@NullMarked
package dev.sendero.benchmarks.reload;

import org.jspecify.annotations.NullMarked;
