/** The way of facts from their topic into the journal; not what is shown of them. */
@NullMarked
package dev.sendero.gateway.recorder;

import org.jspecify.annotations.NullMarked;
