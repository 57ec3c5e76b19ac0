package dev.lifering.crypto;

/**
 * A secret at rest.
 *
 * @param keyId the key that closed it, to find what is left under an old key
 * @param jwe the ciphertext in JWE compact serialisation (RFC 7516 §7.1)
 */
public record Sealed(String keyId, String jwe) {
    @Override
    public String toString() {
        return "Sealed[" + keyId + "]";
    }
}
