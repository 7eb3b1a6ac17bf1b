/** Options that several commands have, each in one place with one wording; what a command does with them is its own. */
@NullMarked
package dev.sendero.cli.options;

import org.jspecify.annotations.NullMarked;
