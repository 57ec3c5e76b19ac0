/**
 * Keeping the directory as the platform's services say: accounts and users put, imported and erased. Not for anything that
 * a person does himself.
 */
@NullMarked
package dev.lifering.provisioning;

import org.jspecify.annotations.NullMarked;
