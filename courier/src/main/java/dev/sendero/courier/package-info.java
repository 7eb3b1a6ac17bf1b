/** Delivery of messages that are already decided: claims, retries, rate limits and receipts; no provider's protocol, which is a connector's. */
@NullMarked
package dev.sendero.courier;

import org.jspecify.annotations.NullMarked;
