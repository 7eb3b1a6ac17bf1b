/** The operator that hosts identity: it puts each event of a device under the customer whose it is. Journeys are not known here. */
@NullMarked
package dev.sendero.engine.identity;

import org.jspecify.annotations.NullMarked;
