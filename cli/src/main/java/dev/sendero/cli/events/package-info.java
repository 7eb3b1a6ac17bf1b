/** Events out of files, in any of the shapes that Sendero reads; not what is made of them. */
@NullMarked
package dev.sendero.cli.events;

import org.jspecify.annotations.NullMarked;
