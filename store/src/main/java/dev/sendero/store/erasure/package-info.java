/** Clears customers from all of the store, and remembers that it did, but not whom. */
@NullMarked
package dev.sendero.store.erasure;

import org.jspecify.annotations.NullMarked;
