/** How the records of this module are written as JSON; nothing here knows a topic or a socket. */
@NullMarked
package dev.sendero.api.json;

import org.jspecify.annotations.NullMarked;
