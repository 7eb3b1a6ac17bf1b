/** Calls of other systems by Standard Webhooks; not what they say, and not when they are tried again. */
@NullMarked
package dev.sendero.connectors.webhook;

import org.jspecify.annotations.NullMarked;
