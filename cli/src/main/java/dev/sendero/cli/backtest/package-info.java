/** The command {@code backtest}: what the journeys would have done with past events; never how they decide. */
@NullMarked
package dev.sendero.cli.backtest;

import org.jspecify.annotations.NullMarked;
