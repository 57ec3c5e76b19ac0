package dev.lifering.factor.backupcode;

import dev.lifering.accountpolicy.BackupCodesConfig;
import dev.lifering.crypto.Peppers;
import dev.lifering.crypto.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Rule B2: HMAC with a pepper first, then PBKDF2-HMAC-SHA256 with a salt per code; codes of other products share that of their
 * set.
 */
@ApplicationScoped
class CodeHasher {
    /** NIST SP 800-63B-4 §3.1.2.2 asks for 32 bits. */
    private static final int SALT_BYTES = 16;

    private static final int HASH_BITS = 256;

    private final Peppers peppers;
    private final SecureRandom random;
    private final int iterations;

    CodeHasher(Peppers peppers, SecureRandom random, BackupCodesConfig config) {
        this.peppers = peppers;
        this.random = random;
        this.iterations = config.iterations();
    }

    /** Hashes a new code with the current pepper. */
    CodeHash hash(BackupCode code) {
        return hash(code.symbols());
    }

    /** Hashes what there is of a new code with the current pepper. */
    CodeHash hash(Secret code) {
        Secret salt = Secret.random(random, SALT_BYTES);
        String pepper = peppers.currentKeyId();
        return new CodeHash(pepper, salt, iterations, derive(code, pepper, salt, iterations));
    }

    /** Hashes a code as the other was: with its pepper, salt and rounds. Equal codes give equal hashes then. */
    CodeHash hash(Secret code, CodeHash other) {
        return new CodeHash(
                other.pepperKeyId(),
                other.salt(),
                other.iterations(),
                derive(code, other.pepperKeyId(), other.salt(), other.iterations()));
    }

    /** Whether the hash is this code's. */
    boolean matches(BackupCode code, CodeHash kept) {
        return hash(code.symbols(), kept).hash().equals(kept.hash());
    }

    /** Costs what {@link #matches} costs, for a code whose place in the set is empty. */
    void spendTheSameTime(BackupCode code) {
        hash(code);
    }

    private Secret derive(Secret code, String pepper, Secret salt, int rounds) {
        byte[] keyed = peppers.mac(pepper, code.bytes());
        var spec = new PBEKeySpec(HexFormat.of().formatHex(keyed).toCharArray(), salt.bytes(), rounds, HASH_BITS);
        try {
            return Secret.of(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has PBKDF2WithHmacSHA256", e);
        } finally {
            spec.clearPassword();
        }
    }
}
