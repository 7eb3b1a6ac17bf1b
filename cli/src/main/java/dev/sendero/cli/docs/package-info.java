/** {@code sendero docs}: the reference of the language; how it is made is the rules' matter. */
@NullMarked
package dev.sendero.cli.docs;

import org.jspecify.annotations.NullMarked;
