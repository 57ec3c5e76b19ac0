/**
 * Serves the reference console: its pages, their headers and what they must know about this installation. Not for
 * anything the pages do: for that they call the public API like any other client. Sign-in follows OpenID Connect Core 1.0
 * with PKCE (RFC 7636).
 */
@NullMarked
package dev.lifering.console;

import org.jspecify.annotations.NullMarked;
