/** Expressions in Google's Common Expression Language: checked, explained when wrong, made into conditions and values. */
@NullMarked
package dev.sendero.rules.expression.cel;

import org.jspecify.annotations.NullMarked;
