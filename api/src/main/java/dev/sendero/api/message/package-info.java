/** Intended sends, the content that they are rendered from, and what rendering gives; not how they are delivered. */
@NullMarked
package dev.sendero.api.message;

import org.jspecify.annotations.NullMarked;
