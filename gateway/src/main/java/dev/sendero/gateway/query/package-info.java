/** What the console asks: journeys as graphs with their numbers, their course over time, the mailbox; no HTTP. */
@NullMarked
package dev.sendero.gateway.query;

import org.jspecify.annotations.NullMarked;
