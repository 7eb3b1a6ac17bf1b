/** The report of a backtest: figures drawn as one HTML page that needs nothing else; not how anything is decided. */
@NullMarked
package dev.sendero.cli.report;

import org.jspecify.annotations.NullMarked;
