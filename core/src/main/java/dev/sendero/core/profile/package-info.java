/** What events say of a customer: traits and consent; not what they did. */
@NullMarked
package dev.sendero.core.profile;

import org.jspecify.annotations.NullMarked;
