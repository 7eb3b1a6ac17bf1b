/** {@code sendero fmt}: lays out the files of a project; how is the rules' matter. */
@NullMarked
package dev.sendero.cli.fmt;

import org.jspecify.annotations.NullMarked;
