package dev.lifering.users;

import dev.lifering.factor.Status;
import org.jspecify.annotations.Nullable;

/**
 * Which users of an account to list.
 *
 * @param status of their second factor; null for any
 * @param text a part of the e-mail address or of the name, in either case; null for any
 */
record UserFilter(@Nullable Status status, @Nullable String text) {}
