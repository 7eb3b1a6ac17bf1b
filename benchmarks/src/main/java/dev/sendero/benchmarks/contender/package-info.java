/** What one run of one contender is, and how it is played in a process of its own; not what is compared afterwards. */
@NullMarked
package dev.sendero.benchmarks.contender;

import org.jspecify.annotations.NullMarked;
