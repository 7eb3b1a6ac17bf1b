/** Faults put into whole processes, and what they cost. Slow: run by the profile {@code faults}. */
package dev.sendero.cli.fault;
