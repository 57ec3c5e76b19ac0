/**
 * Bringing many users over at once, and the second factors that another product holds of them: over HTTP and from the
 * command line. Not for reading what other products write: that is what the packages below do.
 *
 * <p>Follows RFC 4226 §4 (which secrets are good enough) and NIST SP 800-63B-4 §4.1 (binding an authenticator).
 */
@NullMarked
package dev.lifering.migration;

import org.jspecify.annotations.NullMarked;
