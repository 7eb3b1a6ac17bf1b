/** What conditions may look at while one input is applied; not the conditions themselves. */
@NullMarked
package dev.sendero.core.scope;

import org.jspecify.annotations.NullMarked;
