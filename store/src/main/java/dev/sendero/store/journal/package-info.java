/** The facts that the engine wrote, counted and by customer; repeats removed. */
@NullMarked
package dev.sendero.store.journal;

import org.jspecify.annotations.NullMarked;
