/**
 * Backup codes that another product has issued: their form, and what of them is hashed here. Not for keeping or spending
 * them.
 *
 * <p>Follows the sources of those products, which {@link dev.lifering.factor.backupcode.legacy.LegacyScheme} names.
 */
@NullMarked
package dev.lifering.factor.backupcode.legacy;

import org.jspecify.annotations.NullMarked;
