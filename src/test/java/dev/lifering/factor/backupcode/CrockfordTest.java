package dev.lifering.factor.backupcode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CrockfordTest {
    private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @Test
    void b1_has32SymbolsWithoutTheFourThatAreMistaken() {
        var symbols = new StringBuilder();
        for (int value = 0; value < Crockford.RADIX; value++) {
            symbols.append(Crockford.symbol(value));
        }
        assertEquals(SYMBOLS, symbols.toString());
    }

    @Test
    void b1_readsEverySymbolInEitherCaseAndNothingElse() {
        for (char symbol = 0; symbol < Character.MAX_VALUE; symbol++) {
            assertEquals(expected(symbol), Crockford.value(symbol), "symbol " + (int) symbol);
        }
        assertEquals(-1, Crockford.value(Character.MAX_VALUE));
    }

    private static int expected(char symbol) {
        return switch (symbol) {
            case 'O', 'o' -> 0;
            case 'I', 'i', 'L', 'l' -> 1;
            default -> symbol >= 'a' && symbol <= 'z' ? SYMBOLS.indexOf(symbol - 'a' + 'A') : SYMBOLS.indexOf(symbol);
        };
    }
}
