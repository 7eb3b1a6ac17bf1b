/** The customers of the cookbook's coffee roaster, and what they do in a quarter; not how it is written to files. */
@NullMarked
package dev.sendero.benchmarks.roaster;

import org.jspecify.annotations.NullMarked;
