/** A made-up shop: what its customers do, by a seed; not what anybody looks for in it. */
@NullMarked
package dev.sendero.benchmarks.shop;

import org.jspecify.annotations.NullMarked;
