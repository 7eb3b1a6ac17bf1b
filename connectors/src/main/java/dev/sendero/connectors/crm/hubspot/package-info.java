/** Records and notes in HubSpot; nothing of what they say, and not when a change is tried again. */
@NullMarked
package dev.sendero.connectors.crm.hubspot;

import org.jspecify.annotations.NullMarked;
