/** One row per message: planned, claimed, and what became of it; not who delivers it. */
@NullMarked
package dev.sendero.store.ledger;

import org.jspecify.annotations.NullMarked;
