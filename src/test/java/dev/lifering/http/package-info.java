/** Behaviour of HTTP, tried over the wire on resources of the test itself. */
@NullMarked
package dev.lifering.http;

import org.jspecify.annotations.NullMarked;
