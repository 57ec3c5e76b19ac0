/**
 * What an account demands of the second factors of its users, over the defaults of the service. Not for deciding who may
 * recover whom.
 */
@NullMarked
package dev.lifering.accountpolicy;

import org.jspecify.annotations.NullMarked;
