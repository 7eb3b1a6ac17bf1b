/** {@code sendero schema}: what editors complete and check by; how schemas are made is the rules' matter. */
@NullMarked
package dev.sendero.cli.schema;

import org.jspecify.annotations.NullMarked;
