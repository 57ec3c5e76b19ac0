package dev.lifering.crypto;

import java.security.SecureRandom;
import java.util.UUID;

/** Opens with the product's own code what the benchmark has sealed by hand, so that a seeded row is known to be one. */
public final class SealingCheck {
    private final Sealer sealer;

    public SealingCheck(String keysJson) {
        sealer = new Sealer(KeySet.parse(keysJson), new SecureRandom());
    }

    /** The bytes that the seal of this authenticator holds. */
    public byte[] open(UUID authenticator, String sealed) {
        return sealer.open(SealPurpose.TOTP_SECRET, authenticator, sealed).bytes();
    }
}
