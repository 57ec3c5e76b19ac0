/**
 * Who is calling: from a verified JWT to an {@link dev.lifering.access.Actor}, and what an actor may see of an account.
 * Not for deciding who may recover whom.
 *
 * <p>Follows MicroProfile JWT 2.1 and RFC 7519.
 */
@NullMarked
package dev.lifering.access;

import org.jspecify.annotations.NullMarked;
