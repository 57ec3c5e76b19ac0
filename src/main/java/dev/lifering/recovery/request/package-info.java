/**
 * A user who is locked out asks for help, and is told who can give it. Not for giving it.
 */
@NullMarked
package dev.lifering.recovery.request;

import org.jspecify.annotations.NullMarked;
