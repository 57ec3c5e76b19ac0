package dev.lifering.factor.totp;

import dev.lifering.crypto.Secret;
import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** Base32 without padding, RFC 4648 §6, as authenticator apps take secrets. */
public final class Base32 {
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

    /** Reads what people and products write: case, spaces, hyphens and padding do not matter. Empty for anything else. */
    public static Optional<Secret> read(String text) {
        var bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (int i = 0; i < text.length(); i++) {
            char symbol = text.charAt(i);
            if (symbol == ' ' || symbol == '-' || symbol == '=') {
                continue;
            }
            int value = ALPHABET.indexOf(upper(symbol));
            if (value < 0) {
                return Optional.empty();
            }
            buffer = (buffer << BITS_PER_SYMBOL) | value;
            bits += BITS_PER_SYMBOL;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes.write(buffer >> bits);
            }
        }
        return Optional.of(Secret.of(bytes.toByteArray()));
    }

    private static char upper(char symbol) {
        return symbol >= 'a' && symbol <= 'z' ? (char) (symbol - 'a' + 'A') : symbol;
    }
}
