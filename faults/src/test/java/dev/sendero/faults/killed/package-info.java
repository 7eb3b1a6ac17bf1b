/** Kills under load, and every single decision compared with what the core alone decides. Slow. */
package dev.sendero.faults.killed;
