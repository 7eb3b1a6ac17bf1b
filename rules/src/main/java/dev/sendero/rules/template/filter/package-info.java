/** Liquid filters that differ from the library's: bounded, independent of the machine, and safe in HTML. */
@NullMarked
package dev.sendero.rules.template.filter;

import org.jspecify.annotations.NullMarked;
