/** One package for each kind of provider behind one interface; no retries and no ledger, which are the courier's. */
@NullMarked
package dev.sendero.connectors;

import org.jspecify.annotations.NullMarked;
