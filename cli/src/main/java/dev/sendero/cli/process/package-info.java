/** Everything in one process: broker, job, courier and gateway on one clock, following a folder; not what any of them does. */
@NullMarked
package dev.sendero.cli.process;

import org.jspecify.annotations.NullMarked;
