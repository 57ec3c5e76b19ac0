package dev.lifering.factor.backupcode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.accountpolicy.BackupCodesConfig;
import dev.lifering.crypto.PepperRotation;
import dev.lifering.crypto.Peppers;
import dev.lifering.factor.backupcode.legacy.LegacyScheme;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

/** Codes, our own and those of other products, when the key set is rotated. */
class PepperRotationTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final PepperRotation rotation = PepperRotation.fresh();
    private final CodeHasher before = hasher(rotation.before());
    private final CodeHasher after = hasher(rotation.after());

    private static CodeHasher hasher(Peppers peppers) {
        var config = new SmallRyeConfigBuilder()
                .withMapping(BackupCodesConfig.class)
                .build()
                .getConfigMapping(BackupCodesConfig.class);
        return new CodeHasher(peppers, RANDOM, config);
    }

    @Test
    void aCodeHashedBeforeStillMatchesAndANewOneTakesTheNewPepper() {
        BackupCode code = BackupCode.draw(RANDOM, 5);
        assertTrue(after.matches(code, before.hash(code)));
        assertEquals(rotation.after().currentKeyId(), after.hash(code).pepperKeyId());
        assertNotEquals(before.hash(code).pepperKeyId(), after.hash(code).pepperKeyId());
    }

    @Test
    void aCodeOfAnotherProductHashedBeforeIsStillFoundByOneDerivation() {
        for (LegacyScheme scheme : LegacyScheme.values()) {
            var code = scheme.read("L9RRAUWYKARB").orElseThrow();
            var other = scheme.read("7QXW2RTK9PLM").orElseThrow();
            CodeHash first = before.hash(other);
            CodeHash kept = before.hash(code, first);
            assertEquals(first.salt(), kept.salt());
            assertEquals(rotation.before().currentKeyId(), kept.pepperKeyId());
            assertEquals(kept, after.hash(code, first));
            assertNotEquals(kept, after.hash(other, first));
        }
    }
}
