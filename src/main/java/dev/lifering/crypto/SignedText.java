package dev.lifering.crypto;

import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * A text with the signature of this service: a compact JWS (RFC 7515 §7.1) with ES256, whose header says what kind of text
 * it is ({@code typ}) and which key signed it ({@code kid}). A text of one kind never passes for one of another.
 */
public final class SignedText {
    private static final String TYPE = "typ";

    private final JsonWebSignature jws;

    private SignedText(JsonWebSignature jws) {
        this.jws = jws;
    }

    /** The compact JWS of the text. */
    public static String sign(SigningKey key, String type, String text) {
        var jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        jws.setKeyIdHeaderValue(key.keyId());
        jws.setHeader(TYPE, type);
        jws.setKey(key.privateKey());
        jws.setPayload(text);
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("the current assertion key cannot sign", e);
        }
    }

    /**
     * Reads a compact JWS; whether its signature is good is another question.
     *
     * @throws IllegalArgumentException when it is none, or of another type
     */
    public static SignedText read(String compact, String type) {
        var jws = new JsonWebSignature();
        try {
            jws.setCompactSerialization(compact);
            boolean isOfType = type.equals(jws.getHeader(TYPE))
                    && AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256.equals(jws.getAlgorithmHeaderValue())
                    && jws.getKeyIdHeaderValue() != null;
            if (isOfType) {
                return new SignedText(jws);
            }
        } catch (JoseException | RuntimeException malformed) {
            throw new IllegalArgumentException("no JWS", malformed);
        }
        throw new IllegalArgumentException("a JWS for something else");
    }

    /** What was signed, as it claims itself. */
    public String text() {
        return jws.getUnverifiedPayload();
    }

    /** The id of the key that signed it, as it claims itself. */
    public String keyId() {
        return jws.getKeyIdHeaderValue();
    }

    /** Whether one of the keys has signed this text. */
    public boolean isSignedByOneOf(VerificationKeys keys) {
        return keys.find(keyId())
                .map(key -> {
                    try {
                        jws.setKey(key);
                        return jws.verifySignature();
                    } catch (JoseException unusable) {
                        return false;
                    }
                })
                .orElse(false);
    }
}
