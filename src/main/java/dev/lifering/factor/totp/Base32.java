package dev.lifering.factor.totp;

import dev.lifering.crypto.Secret;

/** Base32 without padding, RFC 4648 §6, as authenticator apps take secrets. */
final class Base32 {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS_PER_SYMBOL = 5;

    private Base32() {}

    static String of(Secret secret) {
        var text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte next : secret.bytes()) {
            buffer = (buffer << Byte.SIZE) | (next & 0xff);
            bits += Byte.SIZE;
            while (bits >= BITS_PER_SYMBOL) {
                bits -= BITS_PER_SYMBOL;
                text.append(ALPHABET.charAt((buffer >> bits) & 0x1f));
            }
        }
        if (bits > 0) {
            text.append(ALPHABET.charAt((buffer << (BITS_PER_SYMBOL - bits)) & 0x1f));
        }
        return text.toString();
    }
}
