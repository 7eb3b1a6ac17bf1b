/** Conditions and values that journey files write in CEL, compiled and evaluated; not where they stand in a file. */
@NullMarked
package dev.sendero.rules.expression;

import org.jspecify.annotations.NullMarked;
