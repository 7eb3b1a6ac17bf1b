/** What a fault has cost: rows, their verdicts, and how they are printed; not how anything is broken. */
@NullMarked
package dev.sendero.faults.result;

import org.jspecify.annotations.NullMarked;
