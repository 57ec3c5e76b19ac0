package dev.lifering.factor.backupcode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.accountpolicy.BackupCodesConfig;
import dev.lifering.crypto.Peppers;
import dev.lifering.crypto.Secret;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Rule B2, against the key set of the running application. */
@QuarkusTest
class CodeHasherTest {
    @Inject
    Peppers peppers;

    @Inject
    SecureRandom random;

    private CodeHasher hasher(int rounds) {
        var config = new SmallRyeConfigBuilder()
                .withMapping(BackupCodesConfig.class)
                .withDefaultValue("lifering.backup-codes.iterations", Integer.toString(rounds))
                .build();
        return new CodeHasher(peppers, random, config.getConfigMapping(BackupCodesConfig.class));
    }

    @Test
    void b2_hashesTheKeyedCodeWithPbkdf2() throws GeneralSecurityException {
        BackupCode code = BackupCode.draw(random, 5);
        CodeHash kept = hasher(1000).hash(code);
        assertEquals(peppers.currentKeyId(), kept.pepperKeyId());
        assertEquals(16, kept.salt().length());
        assertEquals(1000, kept.iterations());
        String keyed = HexFormat.of()
                .formatHex(peppers.mac(kept.pepperKeyId(), code.symbols().bytes()));
        assertArrayEquals(pbkdf2(keyed, kept), kept.hash().bytes());
        String plain = new String(code.symbols().bytes(), StandardCharsets.US_ASCII);
        assertFalse(kept.hash().equals(Secret.of(pbkdf2(plain, kept))), "the pepper counts");
    }

    /** RFC 8018 §5.2, one block, written out. */
    private static byte[] pbkdf2(String password, CodeHash kept) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
        mac.update(kept.salt().bytes());
        byte[] round = mac.doFinal(new byte[] {0, 0, 0, 1});
        byte[] block = round.clone();
        for (int i = 1; i < kept.iterations(); i++) {
            round = mac.doFinal(round);
            for (int at = 0; at < block.length; at++) {
                block[at] ^= round[at];
            }
        }
        return block;
    }

    @Test
    void b2_matchesTheSameCodeAndNoOther() {
        CodeHasher hasher = hasher(1000);
        BackupCode code = BackupCode.draw(random, 5);
        CodeHash kept = hasher.hash(code);
        assertTrue(hasher.matches(code, kept));
        assertTrue(hasher.matches(BackupCode.read(code.reveal()).orElseThrow(), kept));
        assertFalse(hasher.matches(BackupCode.draw(random, 5), kept));
    }

    @Test
    void b2_theSameCodeHashesToSomethingElseEachTime() {
        CodeHasher hasher = hasher(1000);
        BackupCode code = BackupCode.draw(random, 5);
        CodeHash one = hasher.hash(code);
        CodeHash other = hasher.hash(code);
        assertNotEquals(one.salt(), other.salt());
        assertNotEquals(one.hash(), other.hash());
    }

    @Test
    void b2_aCodeKeepsItsRoundsWhenTheSettingChanges() {
        BackupCode code = BackupCode.draw(random, 5);
        CodeHash kept = hasher(1000).hash(code);
        assertTrue(hasher(2000).matches(code, kept));
        assertEquals(2000, hasher(2000).hash(code).iterations());
    }

    @Test
    void b2_eachUseIsOneDerivation() {
        CodeHasher hasher = hasher(1234);
        BackupCode code = BackupCode.draw(random, 5);
        try (var derivations = new DerivationCount(1234)) {
            CodeHash kept = hasher.hash(code);
            assertEquals(1, derivations.take());
            hasher.matches(code, kept);
            assertEquals(1, derivations.take());
            hasher.spendTheSameTime(code);
            assertEquals(1, derivations.take());
        }
    }
}
