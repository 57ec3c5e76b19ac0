/**
 * How a user's second factor stands, in one answer. Not for changing it.
 */
@NullMarked
package dev.lifering.overview;

import org.jspecify.annotations.NullMarked;
