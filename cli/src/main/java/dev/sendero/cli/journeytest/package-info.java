/** The command {@code test}: runs journey tests and shows what was different; not how test files are read. */
@NullMarked
package dev.sendero.cli.journeytest;

import org.jspecify.annotations.NullMarked;
