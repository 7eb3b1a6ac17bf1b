/** Events as channels send them, in Segment's shape, and their JSON; not what is made of them. */
@NullMarked
package dev.sendero.api.event;

import org.jspecify.annotations.NullMarked;
