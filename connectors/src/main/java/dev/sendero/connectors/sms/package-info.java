/** Text messages by Twilio, and what Twilio and people answer; not how often something is tried, which is the courier's. */
@NullMarked
package dev.sendero.connectors.sms;

import org.jspecify.annotations.NullMarked;
