/** The tracking plan: which events there are and what they carry; not how {@code events.yaml} is read. */
@NullMarked
package dev.sendero.rules.plan;

import org.jspecify.annotations.NullMarked;
