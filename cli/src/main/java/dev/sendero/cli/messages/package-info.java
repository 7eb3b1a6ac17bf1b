/** {@code sendero messages}: looks at what became of messages, and decides about those that are stuck; the ledger's rules are the store's. */
@NullMarked
package dev.sendero.cli.messages;

import org.jspecify.annotations.NullMarked;
