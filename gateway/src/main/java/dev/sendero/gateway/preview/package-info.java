/** The page on which a template is looked at before anybody gets it; not how it is rendered. */
@NullMarked
package dev.sendero.gateway.preview;

import org.jspecify.annotations.NullMarked;
