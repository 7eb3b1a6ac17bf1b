/** What is kept in the relational store, behind small interfaces; no SQL lives outside, and no decision inside. */
@NullMarked
package dev.sendero.store;

import org.jspecify.annotations.NullMarked;
