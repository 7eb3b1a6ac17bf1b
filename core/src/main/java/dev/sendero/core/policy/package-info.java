/** Who may enter, who is held out, and whom a message may reach; not when it is sent. */
@NullMarked
package dev.sendero.core.policy;

import org.jspecify.annotations.NullMarked;
