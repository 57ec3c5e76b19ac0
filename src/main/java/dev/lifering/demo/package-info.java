/**
 * What there is to play with in demo mode: accounts, personas and their tokens. In production none of it exists.
 */
@NullMarked
package dev.lifering.demo;

import org.jspecify.annotations.NullMarked;
