/** The command {@code diff}: whose messages two versions of a project differ in; not how a version decides. */
@NullMarked
package dev.sendero.cli.diff;

import org.jspecify.annotations.NullMarked;
