/**
 * What the lines of files say that hold second factors: key URIs, exports of Google Authenticator and of privacyIDEA. Not
 * for what becomes of it.
 *
 * <p>Follows the Key URI Format of Google Authenticator (its wiki), RFC 4648 §6 (base32) and RFC 4226 §4 (secrets).
 */
@NullMarked
package dev.lifering.migration.format;

import org.jspecify.annotations.NullMarked;
