/** What most conditions come to: comparisons of paths and constants in plain Java; not how they are found in a source. */
@NullMarked
package dev.sendero.rules.expression.fast;

import org.jspecify.annotations.NullMarked;
