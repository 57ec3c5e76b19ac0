/**
 * The accounts and users of the platform, as its services provision them. Not for deciding who may see or change whom:
 * that is {@code access} and the policies.
 */
@NullMarked
package dev.lifering.directory;

import org.jspecify.annotations.NullMarked;
