/**
 * What a change of an account's policy would do to its users, before anybody makes it. Not for making it.
 */
@NullMarked
package dev.lifering.rehearsal;

import org.jspecify.annotations.NullMarked;
