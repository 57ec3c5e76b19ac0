/**
 * Who outside is told of what, and in which form: the endpoints that an operator has set, and facts as CloudEvents. Not for
 * sending them.
 *
 * <p>Follows CloudEvents 1.0.2 and Standard Webhooks.
 */
@NullMarked
package dev.lifering.webhook;

import org.jspecify.annotations.NullMarked;
