/** Ways to take from a process what it needs: room on its disk, its clock, its folders; not when that happens. */
@NullMarked
package dev.sendero.faults.disturbance;

import org.jspecify.annotations.NullMarked;
