package dev.lifering.crypto;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.HashSet;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.OctetSequenceJsonWebKey;
import org.jose4j.jwk.Use;
import org.jose4j.keys.EllipticCurves;

/** Whether one key may be used for what it says it is for. */
final class KeyCheck {
    private static final int KEY_BYTES = 32;
    /** Random keys of 32 bytes have fewer different bytes once in 10^15; passwords and patterns nearly always do. */
    private static final int DIFFERENT_BYTES = 16;

    private KeyCheck() {}

    /** What the key is for. */
    static KeyPurpose purposeOf(JsonWebKey key) {
        if (key instanceof OctetSequenceJsonWebKey && Use.ENCRYPTION.equals(key.getUse())) {
            return KeyPurpose.ENCRYPTION;
        }
        if (key instanceof OctetSequenceJsonWebKey && Use.SIGNATURE.equals(key.getUse())) {
            return KeyPurpose.PEPPER;
        }
        if (key instanceof EllipticCurveJsonWebKey && Use.SIGNATURE.equals(key.getUse())) {
            return KeyPurpose.ASSERTION;
        }
        throw refused(
                key,
                "nothing is done with kty " + key.getKeyType() + " and use " + key.getUse()
                        + "; known are oct with use enc or sig, and EC with use sig");
    }

    /** Refuses a key that is too weak or of the wrong kind for its purpose. */
    static void check(JsonWebKey key, boolean current) {
        var purpose = purposeOf(key);
        if (key.getAlgorithm() != null && !key.getAlgorithm().equals(purpose.algorithm())) {
            throw refused(key, "its alg must be " + purpose.algorithm());
        }
        if (key instanceof OctetSequenceJsonWebKey symmetric) {
            checkBytes(symmetric, purpose);
        } else if (key instanceof EllipticCurveJsonWebKey curve) {
            checkCurve(curve, current);
        }
    }

    private static void checkBytes(OctetSequenceJsonWebKey key, KeyPurpose purpose) {
        byte[] bytes = key.getKey().getEncoded();
        var different = new HashSet<Byte>();
        for (byte each : bytes) {
            different.add(each);
        }
        if (different.size() == 1 && different.contains((byte) 0)) {
            throw refused(key, "all its bytes are zero");
        }
        if (bytes.length < KEY_BYTES) {
            throw refused(key, "it has " + bytes.length * 8 + " bits, and needs 256");
        }
        if (purpose == KeyPurpose.ENCRYPTION && bytes.length != KEY_BYTES) {
            throw refused(key, "it has " + bytes.length * 8 + " bits, and A256GCM takes exactly 256");
        }
        if (different.size() < DIFFERENT_BYTES) {
            throw refused(key, "its bytes repeat, so it is not random");
        }
    }

    private static void checkCurve(EllipticCurveJsonWebKey key, boolean current) {
        if (!EllipticCurves.P_256.equals(key.getCurveName())) {
            throw refused(key, "its curve is " + key.getCurveName() + ", and ES256 takes P-256");
        }
        if (key.getPrivateKey() != null) {
            checkPair(key);
        } else if (current) {
            throw refused(key, "it has no private part, and only a previous assertion key may do without");
        }
    }

    /** A private part that does not belong to the public one would sign what nobody can verify. */
    private static void checkPair(EllipticCurveJsonWebKey key) {
        var sample = new byte[] {1};
        try {
            var signer = Signature.getInstance("SHA256withECDSA");
            signer.initSign(key.getPrivateKey());
            signer.update(sample);
            byte[] signature = signer.sign();
            signer.initVerify(key.getPublicKey());
            signer.update(sample);
            if (!signer.verify(signature)) {
                throw refused(key, "its private and its public part do not belong together");
            }
        } catch (GeneralSecurityException unusable) {
            throw refused(key, "its private and its public part do not work together");
        }
    }

    private static InvalidKeySet refused(JsonWebKey key, String reason) {
        return new InvalidKeySet("key " + key.getKeyId() + ": " + reason);
    }
}
