/** How files of traits and segments become what they mean; what they mean is not decided here. */
@NullMarked
package dev.sendero.rules.trait.reading;

import org.jspecify.annotations.NullMarked;
