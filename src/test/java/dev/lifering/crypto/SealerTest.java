package dev.lifering.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

class SealerTest {
    private static final UUID ROW = UUID.fromString("0193b1c4-0000-7000-8000-000000000001");
    private static final UUID OTHER_ROW = UUID.fromString("0193b1c4-0000-7000-8000-000000000002");

    private final KeySet keys = Keys.fresh();
    private final Sealer sealer = new Sealer(keys, Keys.RANDOM);
    private final Secret secret = Secret.random(Keys.RANDOM, 20);

    @Test
    void opensWhatItSealed() {
        var sealed = sealer.seal(SealPurpose.TOTP_SECRET, ROW, secret);
        assertEquals(sealer.currentKeyId(), sealed.keyId());
        assertEquals(secret, sealer.open(SealPurpose.TOTP_SECRET, ROW, sealed.jwe()));
    }

    @Test
    void theProtectedHeaderSaysWhatItIsForAndWhereItBelongs() {
        var header = sealer.seal(SealPurpose.TOTP_SECRET, ROW, secret).jwe().split("\\.", -1)[0];
        assertEquals(
                "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"kid\":\"" + sealer.currentKeyId()
                        + "\",\"pur\":\"totp-secret\",\"row\":\"" + ROW + "\"}",
                new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8));
    }

    @Test
    void neverSealsTheSameWayTwice() {
        assertNotEquals(
                sealer.seal(SealPurpose.TOTP_SECRET, ROW, secret).jwe(),
                sealer.seal(SealPurpose.TOTP_SECRET, ROW, secret).jwe());
    }

    @Test
    void doesNotOpenForAnotherRow() {
        var sealed = sealer.seal(SealPurpose.TOTP_SECRET, ROW, secret);
        refusesToOpen(OTHER_ROW, sealed.jwe());
    }

    @Test
    void doesNotOpenForAnotherPurpose() throws JoseException {
        refusesToOpen(ROW, sealedByHand("dir", "A256GCM", "else", ROW));
    }

    @Test
    void doesNotOpenWithAnotherAlgorithm() throws JoseException {
        refusesToOpen(ROW, sealedByHand("A256KW", "A256GCM", "totp-secret", ROW));
        refusesToOpen(ROW, sealedByHand("dir", "A128CBC-HS256", "totp-secret", ROW));
    }

    @Test
    void doesNotOpenWhatWasChanged() {
        var jwe = sealer.seal(SealPurpose.TOTP_SECRET, ROW, secret).jwe();
        var parts = jwe.split("\\.", -1);
        var first = parts[3].charAt(0) == 'A' ? "B" : "A";
        refusesToOpen(ROW, jwe.replace("." + parts[3] + ".", "." + first + parts[3].substring(1) + "."));
        refusesToOpen(ROW, "no ciphertext at all");
        refusesToOpen(ROW, "");
    }

    @Test
    void doesNotOpenWhatWasCutOff() {
        var parts = sealer.seal(SealPurpose.TOTP_SECRET, ROW, secret).jwe().split("\\.", -1);
        for (int part = 2; part < parts.length; part++) {
            var shorter = parts.clone();
            shorter[part] = parts[part].substring(0, parts[part].length() - 4);
            refusesToOpen(ROW, String.join(".", shorter));
            shorter[part] = "!" + parts[part].substring(1);
            refusesToOpen(ROW, String.join(".", shorter));
        }
        refusesToOpen(ROW, String.join(".", parts) + ".");
    }

    @Test
    void opensWithAnOlderKeyAndNotWithAForgottenOne() {
        var sealed = sealer.seal(SealPurpose.TOTP_SECRET, ROW, secret);
        var rotated = new Sealer(keys.rotated(Keys.RANDOM, Keys.NOW), Keys.RANDOM);
        assertNotEquals(sealed.keyId(), rotated.currentKeyId());
        assertEquals(secret, rotated.open(SealPurpose.TOTP_SECRET, ROW, sealed.jwe()));

        var stranger = new Sealer(Keys.fresh(), Keys.RANDOM);
        assertThrows(IllegalStateException.class, () -> stranger.open(SealPurpose.TOTP_SECRET, ROW, sealed.jwe()));
    }

    @Test
    void aSealedSecretShowsItsKeyOnly() {
        var sealed = sealer.seal(SealPurpose.TOTP_SECRET, ROW, secret);
        assertFalse(sealed.toString().contains(sealed.jwe()));
        assertEquals("Sealed[" + sealed.keyId() + "]", sealed.toString());
    }

    private void refusesToOpen(UUID row, String jwe) {
        assertThrows(IllegalStateException.class, () -> sealer.open(SealPurpose.TOTP_SECRET, row, jwe));
    }

    private String sealedByHand(String algorithm, String encryption, String purpose, UUID row) throws JoseException {
        var jwe = new JsonWebEncryption();
        jwe.setAlgorithmHeaderValue(algorithm);
        jwe.setEncryptionMethodHeaderParameter(encryption);
        jwe.setKeyIdHeaderValue(sealer.currentKeyId());
        jwe.setHeader("pur", purpose);
        jwe.setHeader("row", row.toString());
        jwe.setPlaintext(secret.bytes());
        jwe.setKey(keys.key(KeyPurpose.ENCRYPTION, sealer.currentKeyId()).orElseThrow());
        return jwe.getCompactSerialization();
    }
}
