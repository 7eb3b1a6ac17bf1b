/** JSON Schemas of a project's files, for editors, made of the language's forms; files are not read by them. */
@NullMarked
package dev.sendero.rules.schema;

import org.jspecify.annotations.NullMarked;
