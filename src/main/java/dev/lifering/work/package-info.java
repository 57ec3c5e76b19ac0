/**
 * Work that must not be lost: db-scheduler on our PostgreSQL, shared by all replicas. Not for what the work is.
 */
@NullMarked
package dev.lifering.work;

import org.jspecify.annotations.NullMarked;
