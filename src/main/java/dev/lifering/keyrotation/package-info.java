/**
 * What follows a rotation of keys: old rows are sealed again in the background, and a metric shows what is left. Not for
 * making keys.
 *
 * <p>Follows NIST SP 800-57 part 1 §5.3 (cryptoperiods).
 */
@NullMarked
package dev.lifering.keyrotation;

import org.jspecify.annotations.NullMarked;
