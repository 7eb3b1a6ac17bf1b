/** Why a condition is not true, in words for people; not what follows from it. */
@NullMarked
package dev.sendero.rules.expression.failure;

import org.jspecify.annotations.NullMarked;
