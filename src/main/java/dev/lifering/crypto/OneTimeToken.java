package dev.lifering.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * 256 random bits that open something once, as base64url text of 43 symbols. Whoever keeps it keeps {@link #hash} only: what
 * is drawn from so many possibilities needs no salt and no slow hash.
 */
public final class OneTimeToken {
    private static final int BYTES = 32;

    private final Secret text;

    private OneTimeToken(Secret text) {
        this.text = text;
    }

    public static OneTimeToken draw(SecureRandom random) {
        byte[] drawn = new byte[BYTES];
        random.nextBytes(drawn);
        return new OneTimeToken(
                Secret.of(Base64.getUrlEncoder().withoutPadding().encode(drawn)));
    }

    /** The token as its holder gets it, for the one answer or the one mail that carries it. */
    public String reveal() {
        return new String(text.bytes(), StandardCharsets.US_ASCII);
    }

    /** Its SHA-256. */
    public byte[] hash() {
        return sha256(text.bytes());
    }

    /** The SHA-256 of what somebody presents as a token. */
    public static byte[] hashOf(String presented) {
        return sha256(presented.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sha256(byte[] token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Never shows the token. */
    @Override
    public String toString() {
        return "OneTimeToken";
    }
}
