/** The connector that reaches nobody: every channel's default until a provider is named. */
@NullMarked
package dev.sendero.courier.mailbox;

import org.jspecify.annotations.NullMarked;
