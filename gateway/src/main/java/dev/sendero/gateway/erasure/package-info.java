/** What is asked for about customers as a whole: that they be forgotten; not how the engine and the store do it. */
@NullMarked
package dev.sendero.gateway.erasure;

import org.jspecify.annotations.NullMarked;
