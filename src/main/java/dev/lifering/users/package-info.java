/**
 * The users of an account as those see them who look after it: how their second factors stand, and whether the viewer may
 * help. Not for changing anything.
 */
@NullMarked
package dev.lifering.users;

import org.jspecify.annotations.NullMarked;
