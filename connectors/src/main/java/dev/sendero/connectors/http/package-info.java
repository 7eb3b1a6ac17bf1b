/** What the connectors that speak HTTP share: calls with a deadline and bounded answers; nothing of any provider. */
@NullMarked
package dev.sendero.connectors.http;

import org.jspecify.annotations.NullMarked;
