/** Puts validated journeys onto the topic that the running job reads; not how a project is read or watched. */
@NullMarked
package dev.sendero.cli.publish;

import org.jspecify.annotations.NullMarked;
