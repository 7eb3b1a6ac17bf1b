/** Messages into channels of Slack, by its Web API or by incoming webhooks; not what people do there. */
@NullMarked
package dev.sendero.connectors.slack;

import org.jspecify.annotations.NullMarked;
