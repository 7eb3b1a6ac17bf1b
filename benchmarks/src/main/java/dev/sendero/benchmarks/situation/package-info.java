/** What random journeys look for, and their files; not how it is found. */
@NullMarked
package dev.sendero.benchmarks.situation;

import org.jspecify.annotations.NullMarked;
