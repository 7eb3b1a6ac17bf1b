/** Records in Salesforce; nothing of what they say, and not when a change is tried again. */
@NullMarked
package dev.sendero.connectors.crm.salesforce;

import org.jspecify.annotations.NullMarked;
