/** How commands come to a journey project and show what is wrong with it; not what they do with it. */
@NullMarked
package dev.sendero.cli.project;

import org.jspecify.annotations.NullMarked;
