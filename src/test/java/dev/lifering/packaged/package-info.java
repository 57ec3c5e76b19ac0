/** What is tried on the packaged application as an operator runs it: production mode, own keys, a foreign issuer. */
@NullMarked
package dev.lifering.packaged;

import org.jspecify.annotations.NullMarked;
