/** What a channel's connector must do and may answer; no connector lives here. */
@NullMarked
package dev.sendero.api.connector;

import org.jspecify.annotations.NullMarked;
