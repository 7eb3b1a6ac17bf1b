/** What is wrong with a file, told to the person who wrote it; not how it was found. */
@NullMarked
package dev.sendero.rules.problem;

import org.jspecify.annotations.NullMarked;
