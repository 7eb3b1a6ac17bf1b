/** What the runs have said: lines, a table, goals, and whether all have found the same. */
@NullMarked
package dev.sendero.benchmarks.report;

import org.jspecify.annotations.NullMarked;
