/** What may stand in a project's files, as data: readers, schemas, the reference and the formatter follow it; it reads nothing itself. */
@NullMarked
package dev.sendero.rules.language;

import org.jspecify.annotations.NullMarked;
