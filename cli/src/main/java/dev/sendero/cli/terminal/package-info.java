/** What every command shares towards its user: streams, colour, exit codes, failures; not what a command does. */
@NullMarked
package dev.sendero.cli.terminal;

import org.jspecify.annotations.NullMarked;
