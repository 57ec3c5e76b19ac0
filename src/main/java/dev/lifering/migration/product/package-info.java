/**
 * What JSON files of other products say about users and their second factors: Keycloak, Ory Kratos, better-auth. Not for
 * what becomes of it.
 *
 * <p>Follows the sources of those products, which each class names, and draft-irtf-cfrg-xchacha-03.
 */
@NullMarked
package dev.lifering.migration.product;

import org.jspecify.annotations.NullMarked;
