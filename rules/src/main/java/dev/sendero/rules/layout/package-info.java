/** Lays a project's files out as the language orders their keys, with their comments; what they say stays the same. */
@NullMarked
package dev.sendero.rules.layout;

import org.jspecify.annotations.NullMarked;
