/** What customers reach by the links in their messages: unsubscribing, preferences, clicks and opens. */
@NullMarked
package dev.sendero.gateway.link;

import org.jspecify.annotations.NullMarked;
