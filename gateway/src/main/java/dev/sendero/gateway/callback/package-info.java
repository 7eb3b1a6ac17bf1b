/** What providers say on their own account: receipts of messages, bounces, and customers who want no more. */
@NullMarked
package dev.sendero.gateway.callback;

import org.jspecify.annotations.NullMarked;
