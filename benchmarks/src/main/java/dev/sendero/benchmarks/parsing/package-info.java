/** What it costs to make events of bytes, on one core and without Flink; what is decided about them is not here. */
@NullMarked
package dev.sendero.benchmarks.parsing;

import org.jspecify.annotations.NullMarked;
