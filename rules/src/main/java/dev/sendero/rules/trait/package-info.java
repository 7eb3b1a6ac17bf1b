/** What is computed of a customer from events: traits and segments, as files and conditions ask for them; not how it is kept. */
@NullMarked
package dev.sendero.rules.trait;

import org.jspecify.annotations.NullMarked;
