/**
 * Whether the administrators of an account can help when somebody is locked out, and who is one loss away from being so
 * himself. Not for recovering anybody.
 */
@NullMarked
package dev.lifering.readiness;

import org.jspecify.annotations.NullMarked;
