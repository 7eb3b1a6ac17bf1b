/** The messages that the dev mailbox received, for people to look at. */
@NullMarked
package dev.sendero.store.mailbox;

import org.jspecify.annotations.NullMarked;
