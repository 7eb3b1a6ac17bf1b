/** What crosses a wire: events, messages, facts, journeys and the connector interface; nothing that decides or does. */
@NullMarked
package dev.sendero.api;

import org.jspecify.annotations.NullMarked;
