/** The step that lets events about items reach the customers who are interested; not what they bring about there. */
@NullMarked
package dev.sendero.engine.item;

import org.jspecify.annotations.NullMarked;
