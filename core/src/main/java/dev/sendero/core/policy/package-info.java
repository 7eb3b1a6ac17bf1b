/** Who may enter, who is held out, and whom, when and how often messages may reach; not what they say. */
@NullMarked
package dev.sendero.core.policy;

import org.jspecify.annotations.NullMarked;
