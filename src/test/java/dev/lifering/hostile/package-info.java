/**
 * Requests that no well-behaved client sends, made from the OpenAPI document of the running application: each operation,
 * each field, parameter and header. Not for what a right request does.
 */
@NullMarked
package dev.lifering.hostile;

import org.jspecify.annotations.NullMarked;
