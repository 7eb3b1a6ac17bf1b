/** Journey tests as files describe them, and how they are read; not how they are run. */
@NullMarked
package dev.sendero.rules.journeytest;

import org.jspecify.annotations.NullMarked;
