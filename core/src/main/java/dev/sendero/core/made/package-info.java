/** Events that are made from others: elements of lists, and whom an event about an item reaches; not what they bring about. */
@NullMarked
package dev.sendero.core.made;

import org.jspecify.annotations.NullMarked;
