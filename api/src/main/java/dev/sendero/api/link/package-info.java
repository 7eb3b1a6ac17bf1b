/** Addresses that customers get in messages, and what they mean when somebody calls them. */
@NullMarked
package dev.sendero.api.link;

import org.jspecify.annotations.NullMarked;
