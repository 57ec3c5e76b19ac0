/**
 * What there is to play with in demo mode: accounts, personas and their tokens. Not for production, where none of it
 * exists.
 */
@NullMarked
package dev.lifering.demo;

import org.jspecify.annotations.NullMarked;
