/** Routes, headers and pages: how HTTP meets the rest of the gateway; no query and no event is understood here. */
@NullMarked
package dev.sendero.gateway.http;

import org.jspecify.annotations.NullMarked;
