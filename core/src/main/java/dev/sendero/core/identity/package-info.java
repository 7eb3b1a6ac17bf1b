/** Whose an event is: which user an anonymous id belongs to, and what it did before anybody knew. What that means for journeys is decided elsewhere. */
@NullMarked
package dev.sendero.core.identity;

import org.jspecify.annotations.NullMarked;
