/** What is kept of one customer, as values and as bytes; not what becomes of it. */
@NullMarked
package dev.sendero.core.state;

import org.jspecify.annotations.NullMarked;
