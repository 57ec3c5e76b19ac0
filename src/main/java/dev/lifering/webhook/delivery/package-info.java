/**
 * What endpoints still have to be told: kept with the fact, tried again for three days, parked and replayed. Not for what a
 * message says or how it travels.
 */
@NullMarked
package dev.lifering.webhook.delivery;

import org.jspecify.annotations.NullMarked;
