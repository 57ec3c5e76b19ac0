/**
 * Completes the OpenAPI document at build time: problems, roles, examples, stable order. Not for what a single call
 * says about itself: that stands at its resource method.
 *
 * <p>Follows the OpenAPI Specification 3.1.
 */
@NullMarked
package dev.lifering.http.openapi;

import org.jspecify.annotations.NullMarked;
