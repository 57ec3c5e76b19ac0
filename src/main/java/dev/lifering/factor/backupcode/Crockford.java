package dev.lifering.factor.backupcode;

/** Crockford's base32 symbols, without I, L, O and U. */
final class Crockford {
    static final int RADIX = 32;

    private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private Crockford() {}

    static char symbol(int value) {
        return SYMBOLS.charAt(value);
    }

    /** The value of a symbol in either case, reading O as 0 and I and L as 1; -1 when it is none. */
    static int value(char symbol) {
        char upper = symbol >= 'a' && symbol <= 'z' ? (char) (symbol - 'a' + 'A') : symbol;
        return switch (upper) {
            case 'O' -> 0;
            case 'I', 'L' -> 1;
            default -> SYMBOLS.indexOf(upper);
        };
    }
}
