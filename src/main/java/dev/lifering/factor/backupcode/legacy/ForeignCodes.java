package dev.lifering.factor.backupcode.legacy;

import dev.lifering.crypto.Secret;
import java.util.HashSet;
import java.util.List;

/**
 * The unspent codes of a set that another product has issued.
 *
 * @param codes what is hashed here of each, as {@link LegacyScheme#read} gives it: 1 to 32, all different
 */
public record ForeignCodes(LegacyScheme scheme, List<Secret> codes) {
    /** As many as a set of our own could have. */
    public static final int MOST = 32;

    public ForeignCodes {
        codes = List.copyOf(codes);
        if (codes.isEmpty() || codes.size() > MOST) {
            throw new IllegalArgumentException("a set has 1 to " + MOST + " codes, not " + codes.size());
        }
        if (new HashSet<>(codes).size() < codes.size()) {
            throw new IllegalArgumentException("a set has each code once");
        }
    }
}
