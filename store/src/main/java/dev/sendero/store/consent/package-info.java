/** What customers have agreed to and taken back, when, and where they said so; nothing of it is changed until they are erased. */
@NullMarked
package dev.sendero.store.consent;

import org.jspecify.annotations.NullMarked;
