/** The command {@code preview}: which messages a template makes, with whose values; not the page that shows them. */
@NullMarked
package dev.sendero.cli.preview;

import org.jspecify.annotations.NullMarked;
