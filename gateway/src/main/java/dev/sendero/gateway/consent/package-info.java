/** What customers agree to, as events tell it and as they say it on Sendero's own pages. */
@NullMarked
package dev.sendero.gateway.consent;

import org.jspecify.annotations.NullMarked;
