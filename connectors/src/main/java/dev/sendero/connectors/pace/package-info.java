/** How often providers are called, and for how long those are left alone that ask for it. */
@NullMarked
package dev.sendero.connectors.pace;

import org.jspecify.annotations.NullMarked;
