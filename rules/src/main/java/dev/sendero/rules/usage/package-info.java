/** Which parts of events a journey looks at, found in its text; not what it makes of them. */
@NullMarked
package dev.sendero.rules.usage;

import org.jspecify.annotations.NullMarked;
