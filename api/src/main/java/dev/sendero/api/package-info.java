/** The records that cross a wire and the connector interface; no behaviour beyond their own validity, and nothing of any other module. */
@NullMarked
package dev.sendero.api;

import org.jspecify.annotations.NullMarked;
