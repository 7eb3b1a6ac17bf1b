/** Liquid templates, checked at load and rendered for one message; not where their files lie. */
@NullMarked
package dev.sendero.rules.template;

import org.jspecify.annotations.NullMarked;
