/**
 * The life of one user's second factor as a small model without any input or output, written from the rules of the
 * design and not from the code, and random stories that are told to it and to the service alike. Where the two differ,
 * the story is cut down to the few commands that it takes.
 */
@NullMarked
package dev.lifering.model;

import org.jspecify.annotations.NullMarked;
