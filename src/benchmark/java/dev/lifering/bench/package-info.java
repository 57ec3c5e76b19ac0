/**
 * The load program behind {@code bench/run}: seeds a database of many users, drives the packaged application over HTTP as
 * a platform would, runs PostgreSQL's own limit beside it, and reports. Nothing of it is part of the product.
 */
package dev.lifering.bench;
