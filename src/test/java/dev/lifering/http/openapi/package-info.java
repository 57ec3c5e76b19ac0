/** Tests of what completes the OpenAPI document. */
@NullMarked
package dev.lifering.http.openapi;

import org.jspecify.annotations.NullMarked;
