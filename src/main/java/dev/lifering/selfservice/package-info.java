/**
 * What users do with the second factor they have: rename and remove authenticators, make and acknowledge backup codes,
 * switch 2FA off, look at what happened. Not for adding an authenticator.
 */
@NullMarked
package dev.lifering.selfservice;

import org.jspecify.annotations.NullMarked;
