/** Sorting of more than fits in memory, on the disk; not what is sorted, or by what. */
@NullMarked
package dev.sendero.cli.sorting;

import org.jspecify.annotations.NullMarked;
