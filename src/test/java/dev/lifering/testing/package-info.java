/** What tests are written with: movable time, tokens, and people who enrol and verify over HTTP. */
@NullMarked
package dev.lifering.testing;

import org.jspecify.annotations.NullMarked;
