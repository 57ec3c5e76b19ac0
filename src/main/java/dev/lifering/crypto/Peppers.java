package dev.lifering.crypto;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;

/**
 * Keys hashes with a secret that is not in the database, so that a stolen database alone does not allow guessing
 * (NIST SP 800-63B-4 §3.1.1.2).
 */
@ApplicationScoped
public class Peppers {
    private static final String HMAC_SHA256 = "HmacSHA256";

    private final KeySet keySet;

    Peppers(KeySet keySet) {
        this.keySet = keySet;
    }

    /** The pepper for new hashes. */
    public String currentKeyId() {
        return keySet.currentKeyId(KeyPurpose.PEPPER);
    }

    /**
     * HMAC-SHA256 (RFC 2104) of the input: 32 bytes.
     *
     * @throws IllegalStateException when the key set has no such pepper
     */
    public byte[] mac(String keyId, byte[] input) {
        var pepper = keySet.key(KeyPurpose.PEPPER, keyId)
                .orElseThrow(() -> new IllegalStateException("the key set has no pepper " + keyId));
        try {
            var mac = Mac.getInstance(HMAC_SHA256);
            mac.init(pepper);
            return mac.doFinal(input);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime has " + HMAC_SHA256, impossible);
        }
    }
}
