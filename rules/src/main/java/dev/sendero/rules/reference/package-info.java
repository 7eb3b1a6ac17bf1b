/** The reference of the language, for people, made of its forms. */
@NullMarked
package dev.sendero.rules.reference;

import org.jspecify.annotations.NullMarked;
