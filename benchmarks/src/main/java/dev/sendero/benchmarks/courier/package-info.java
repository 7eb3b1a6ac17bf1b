/** What the promise of delivery costs: the courier with its ledger beside the same client without them. */
@NullMarked
package dev.sendero.benchmarks.courier;

import org.jspecify.annotations.NullMarked;
