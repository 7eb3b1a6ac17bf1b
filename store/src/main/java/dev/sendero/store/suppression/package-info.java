/** Addresses to which nothing is sent any more, and why; not what a customer agreed to. */
@NullMarked
package dev.sendero.store.suppression;

import org.jspecify.annotations.NullMarked;
