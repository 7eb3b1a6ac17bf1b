/** The command {@code sendero heartbeat}; how heartbeats are written is the gateway's. */
@NullMarked
package dev.sendero.cli.heartbeat;

import org.jspecify.annotations.NullMarked;
