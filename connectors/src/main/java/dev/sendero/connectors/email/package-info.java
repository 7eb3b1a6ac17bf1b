/** E-mail over SMTP; not what it says, which is rendered before, and not when it is tried again. */
@NullMarked
package dev.sendero.connectors.email;

import org.jspecify.annotations.NullMarked;
