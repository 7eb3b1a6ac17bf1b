/** The catalogue of the gateway's metrics; not what they mean for operations. */
@NullMarked
package dev.sendero.gateway.metrics;

import org.jspecify.annotations.NullMarked;
