package dev.lifering.audit.seal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The end of a chain, where the next seal goes.
 *
 * @param sequence of the last seal; 0 before the first
 * @param to where its window ends
 * @param hash of the last seal
 */
public record Head(
        Chain chain, long sequence, UUID to, @Nullable String hash) {

    /** A chain that has no seal yet. */
    public static Head begin(Chain chain) {
        return new Head(chain, 0, EventIds.LOWEST, null);
    }
}
