/** YAML text as a small tree with places; the only package that touches the YAML library, and it knows no journey. */
@NullMarked
package dev.sendero.rules.yaml;

import org.jspecify.annotations.NullMarked;
