package dev.lifering.migration.product;

import dev.lifering.crypto.Secret;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opens what AEAD_XChaCha20_Poly1305 has sealed (draft-irtf-cfrg-xchacha-03 §2.3): HChaCha20 makes a key of the first 16 bytes
 * of the nonce, and the JDK's ChaCha20-Poly1305 (RFC 8439) does the rest. For files of other products only.
 */
final class XChaCha20Poly1305 {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 24;
    private static final int INPUT_BYTES = 16;
    private static final int TAG_BYTES = 16;
    private static final int ROUNDS = 20;

    /** "expand 32-byte k" (RFC 8439 §2.3). */
    private static final int[] CONSTANTS = {0x61707865, 0x3320646e, 0x79622d32, 0x6b206574};

    private XChaCha20Poly1305() {}

    /** What is behind the nonce with which the box begins; empty when this key did not seal it. */
    static Optional<Secret> open(byte[] key, byte[] box) {
        if (box.length < NONCE_BYTES + TAG_BYTES) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOf(box, NONCE_BYTES);
        return open(key, nonce, Arrays.copyOfRange(box, NONCE_BYTES, box.length), new byte[0]);
    }

    /** The same with the nonce apart, and further data that the tag covers. */
    static Optional<Secret> open(byte[] key, byte[] nonce, byte[] sealed, byte[] covered) {
        // Four zero bytes, and what of the nonce went into no key (draft §2.3).
        byte[] rest = ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                .putInt(0)
                .put(nonce, INPUT_BYTES, Long.BYTES)
                .array();
        try {
            Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
            var subkey = new SecretKeySpec(hChaCha20(key, Arrays.copyOf(nonce, INPUT_BYTES)), "ChaCha20");
            cipher.init(Cipher.DECRYPT_MODE, subkey, new IvParameterSpec(rest));
            cipher.updateAAD(covered);
            return Optional.of(Secret.of(cipher.doFinal(sealed)));
        } catch (AEADBadTagException otherKey) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has ChaCha20-Poly1305", e);
        }
    }

    /** HChaCha20 (draft §2.2): the rounds of ChaCha20 without the addition at their end; half of the state is the key. */
    static byte[] hChaCha20(byte[] key, byte[] input) {
        int[] state = new int[16];
        System.arraycopy(CONSTANTS, 0, state, 0, CONSTANTS.length);
        ByteBuffer.wrap(key, 0, KEY_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asIntBuffer()
                .get(state, 4, 8);
        ByteBuffer.wrap(input, 0, INPUT_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asIntBuffer()
                .get(state, 12, 4);
        for (int round = 0; round < ROUNDS; round += 2) {
            doubleRound(state);
        }
        var subkey = ByteBuffer.allocate(KEY_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        subkey.asIntBuffer().put(state, 0, 4).put(state, 12, 4);
        return subkey.array();
    }

    /** RFC 8439 §2.3: first the columns, then the diagonals. */
    private static void doubleRound(int[] state) {
        for (int column = 0; column < 4; column++) {
            quarterRound(state, column, column + 4, column + 8, column + 12);
        }
        for (int column = 0; column < 4; column++) {
            quarterRound(state, column, 4 + (column + 1) % 4, 8 + (column + 2) % 4, 12 + (column + 3) % 4);
        }
    }

    /** RFC 8439 §2.1. */
    private static void quarterRound(int[] state, int a, int b, int c, int d) {
        mix(state, a, b, d, 16);
        mix(state, c, d, b, 12);
        mix(state, a, b, d, 8);
        mix(state, c, d, b, 7);
    }

    private static void mix(int[] state, int sum, int addend, int turned, int bits) {
        state[sum] += state[addend];
        state[turned] = Integer.rotateLeft(state[turned] ^ state[sum], bits);
    }
}
