/** The journey language, from file to checked model, and the templates; never a decision about a customer. */
@NullMarked
package dev.sendero.rules;

import org.jspecify.annotations.NullMarked;
