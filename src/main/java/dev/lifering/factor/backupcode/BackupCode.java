package dev.lifering.factor.backupcode;

import dev.lifering.crypto.Secret;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * One backup code: 15 symbols of Crockford base32. The first locates the code in its set, 13 are random (65 bits; NIST SP
 * 800-63B-4 §4.2.1.1 asks for 64), the last is a check symbol.
 *
 * @param locator the value of the first symbol, 0 to 31
 * @param symbols all 15 symbols, upper case, without hyphens
 */
record BackupCode(int locator, Secret symbols) {
    static final int LENGTH = 15;

    private static final int RANDOM_SYMBOLS = 13;
    private static final int GROUP = 5;

    /** Draws the code for a place in a set. */
    static BackupCode draw(SecureRandom random, int locator) {
        byte[] symbols = new byte[LENGTH];
        symbols[0] = (byte) Crockford.symbol(locator);
        for (int i = 1; i <= RANDOM_SYMBOLS; i++) {
            symbols[i] = (byte) Crockford.symbol(random.nextInt(Crockford.RADIX));
        }
        symbols[LENGTH - 1] = (byte) Crockford.symbol(checkValue(symbols));
        return new BackupCode(locator, Secret.of(symbols));
    }

    /**
     * Reads what a person typed: case, spaces and hyphens do not matter, O counts as 0, I and L as 1.
     *
     * @return empty when a symbol is missing, too many, unknown, or contradicts the check symbol
     */
    static Optional<BackupCode> read(String typed) {
        byte[] symbols = new byte[LENGTH];
        int length = 0;
        for (int i = 0; i < typed.length(); i++) {
            char next = typed.charAt(i);
            if (next == '-' || Character.isWhitespace(next)) {
                continue;
            }
            int value = Crockford.value(next);
            if (value < 0 || length == LENGTH) {
                return Optional.empty();
            }
            symbols[length++] = (byte) Crockford.symbol(value);
        }
        if (length < LENGTH || valueAt(symbols, LENGTH - 1) != checkValue(symbols)) {
            return Optional.empty();
        }
        return Optional.of(new BackupCode(valueAt(symbols, 0), Secret.of(symbols)));
    }

    /** As it is shown to its owner: {@code A7QF3-M9D2X-WRK4T}. */
    String reveal() {
        String plain = new String(symbols.bytes(), StandardCharsets.US_ASCII);
        return plain.substring(0, GROUP) + "-" + plain.substring(GROUP, 2 * GROUP) + "-" + plain.substring(2 * GROUP);
    }

    /**
     * Luhn's check, mod 32: doubling alternate symbols from the right and adding the digits of the sum in base 32 catches
     * every single wrong symbol and nearly every swap of neighbours.
     */
    private static int checkValue(byte[] symbols) {
        int sum = 0;
        int factor = 2;
        for (int i = LENGTH - 2; i >= 0; i--) {
            int addend = factor * valueAt(symbols, i);
            sum += addend / Crockford.RADIX + addend % Crockford.RADIX;
            factor = factor == 2 ? 1 : 2;
        }
        return (Crockford.RADIX - sum % Crockford.RADIX) % Crockford.RADIX;
    }

    private static int valueAt(byte[] symbols, int index) {
        return Crockford.value((char) symbols[index]);
    }
}
