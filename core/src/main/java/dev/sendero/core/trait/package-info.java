/** What is kept of a customer for computed traits, what these come to, and in which segments the customer is. */
@NullMarked
package dev.sendero.core.trait;

import org.jspecify.annotations.NullMarked;
