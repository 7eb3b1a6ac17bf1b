/** What must hold between the parts of a journey and its project, one class for each check; not how a file is read. */
@NullMarked
package dev.sendero.rules.check;

import org.jspecify.annotations.NullMarked;
