/** Looks for what no log may hold in what processes have logged; who makes them log lives elsewhere. */
@NullMarked
package dev.sendero.faults.canary;

import org.jspecify.annotations.NullMarked;
