/** What may be logged of things that know more than a log may. No logger lives here. */
@NullMarked
package dev.sendero.api.log;

import org.jspecify.annotations.NullMarked;
