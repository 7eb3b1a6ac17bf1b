/** What changes, pushed to whoever looks: numbers, new mail, a new edition of the project; not how pages show it. */
@NullMarked
package dev.sendero.gateway.live;

import org.jspecify.annotations.NullMarked;
