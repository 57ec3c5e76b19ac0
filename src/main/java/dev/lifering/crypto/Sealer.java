package dev.lifering.crypto;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jose4j.jca.ProviderContext;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.lang.JoseException;

/**
 * Closes secrets for the database and opens them again: compact JWE with a shared key (RFC 7518 §4.5 {@code dir}, §5.3
 * {@code A256GCM}). The protected header says what the secret is for and which row holds it, so that a ciphertext
 * which was copied to another row, or into another column, does not open.
 */
@ApplicationScoped
public class Sealer {
    static final String PURPOSE = "pur";
    static final String ROW = "row";
    private static final AlgorithmConstraints DIRECT =
            new AlgorithmConstraints(ConstraintType.PERMIT, KeyManagementAlgorithmIdentifiers.DIRECT);
    private static final AlgorithmConstraints A256GCM =
            new AlgorithmConstraints(ConstraintType.PERMIT, ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);

    private final KeySet keySet;
    private final String currentKeyId;
    private final ProviderContext context = new ProviderContext();
    private final Map<SealPurpose, List<ExpectedSeal>> expected = new EnumMap<>(SealPurpose.class);

    Sealer(KeySet keySet, SecureRandom random) {
        this.keySet = keySet;
        this.currentKeyId = keySet.currentKeyId(KeyPurpose.ENCRYPTION);
        context.setSecureRandom(random);
        for (SealPurpose purpose : SealPurpose.values()) {
            Function<String, ExpectedSeal> seal = keyId -> new ExpectedSeal(keyId, key(keyId), purpose);
            expected.put(
                    purpose,
                    keySet.keyIds(KeyPurpose.ENCRYPTION).stream().map(seal).toList());
        }
    }

    /** The key that seals from now on. */
    public String currentKeyId() {
        return currentKeyId;
    }

    /** The keys that sealed before, and still open. */
    public Set<String> formerKeyIds() {
        return keySet.keyIds(KeyPurpose.ENCRYPTION).stream()
                .filter(id -> !id.equals(currentKeyId))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Closes a secret with the current key, for this purpose and this row only. */
    public Sealed seal(SealPurpose purpose, UUID rowId, Secret secret) {
        var jwe = encryption();
        jwe.setKey(key(currentKeyId));
        jwe.setAlgorithmHeaderValue(KeyManagementAlgorithmIdentifiers.DIRECT);
        jwe.setEncryptionMethodHeaderParameter(ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);
        jwe.setKeyIdHeaderValue(currentKeyId);
        jwe.setHeader(PURPOSE, purpose.wireName());
        jwe.setHeader(ROW, rowId.toString());
        jwe.setPlaintext(secret.bytes());
        try {
            return new Sealed(currentKeyId, jwe.getCompactSerialization());
        } catch (JoseException impossible) {
            throw new IllegalStateException("row " + rowId + " cannot be sealed", impossible);
        }
    }

    /**
     * Opens what {@link #seal} closed.
     *
     * @throws IllegalStateException when it was sealed for another purpose or row, under a key that is not in the key
     *     set, or was changed since
     */
    public Secret open(SealPurpose purpose, UUID rowId, String sealed) {
        try {
            for (ExpectedSeal seal : expected.getOrDefault(purpose, List.of())) {
                Optional<Secret> opened = seal.open(rowId, sealed);
                if (opened.isPresent()) {
                    return opened.get();
                }
            }
            return openWhateverItIs(purpose, rowId, sealed);
        } catch (JoseException | GeneralSecurityException wrong) {
            throw new IllegalStateException("row " + rowId + " holds something that does not open", wrong);
        }
    }

    /** Reads the header first, and so finds out what is wrong with it. */
    private Secret openWhateverItIs(SealPurpose purpose, UUID rowId, String sealed) throws JoseException {
        var jwe = encryption();
        jwe.setCompactSerialization(sealed);
        jwe.setKey(key(String.valueOf(jwe.getKeyIdHeaderValue())));
        byte[] plaintext = jwe.getPlaintextBytes();
        if (!purpose.wireName().equals(jwe.getHeader(PURPOSE))
                || !rowId.toString().equals(jwe.getHeader(ROW))) {
            throw new IllegalStateException(
                    "row " + rowId + " holds something that was sealed for another row or purpose");
        }
        return Secret.of(plaintext);
    }

    private Key key(String keyId) {
        return keySet.key(KeyPurpose.ENCRYPTION, keyId)
                .orElseThrow(() -> new IllegalStateException("the key set has no encryption key " + keyId));
    }

    private JsonWebEncryption encryption() {
        var jwe = new JsonWebEncryption();
        jwe.setAlgorithmConstraints(DIRECT);
        jwe.setContentEncryptionAlgorithmConstraints(A256GCM);
        jwe.setProviderContext(context);
        return jwe;
    }
}
