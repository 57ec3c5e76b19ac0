package dev.lifering.crypto;

import java.security.PrivateKey;

/** The key that signs assertions now (ES256). */
public record SigningKey(String keyId, PrivateKey privateKey) {
    @Override
    public String toString() {
        return "SigningKey[" + keyId + "]";
    }
}
