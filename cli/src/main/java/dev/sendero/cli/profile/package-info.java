/** {@code sendero profile}: what people do about customers as a whole; a running system does it. */
@NullMarked
package dev.sendero.cli.profile;

import org.jspecify.annotations.NullMarked;
