/** Situations: what partial ones are waiting for and when one is complete; not who may enter. */
@NullMarked
package dev.sendero.core.detect;

import org.jspecify.annotations.NullMarked;
