package dev.lifering.factor.backupcode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupCodeTest {
    private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int CHECK = BackupCode.LENGTH - 1;

    private final SecureRandom random = new SecureRandom();

    @Test
    void b1_has15SymbolsInThreeGroupsOfFive() {
        for (int locator = 0; locator < 32; locator++) {
            String shown = BackupCode.draw(random, locator).reveal();
            assertTrue(shown.matches("[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){2}"), shown);
        }
    }

    @Test
    void b1_theFirstSymbolLocatesTheCode() {
        for (int locator = 0; locator < 32; locator++) {
            BackupCode drawn = BackupCode.draw(random, locator);
            assertEquals(locator, drawn.locator());
            assertEquals(SYMBOLS.charAt(locator), drawn.reveal().charAt(0));
            assertEquals(Optional.of(drawn), BackupCode.read(drawn.reveal()));
        }
    }

    @Test
    void b1_thirteenSymbolsAreRandom() {
        Set<String> seen = new HashSet<>();
        for (int draw = 0; draw < 2_000; draw++) {
            String plain = plain(BackupCode.draw(random, 7));
            for (int position = 1; position < CHECK; position++) {
                seen.add(position + ":" + plain.charAt(position));
            }
        }
        // A symbol that is missing at a place after 2000 draws has a chance of e^-63.
        assertEquals(13 * 32, seen.size());
    }

    @Test
    void b1_theCheckSymbolIsLuhnMod32() {
        // By hand: from the right every other value doubled, the two base-32 digits of each product added.
        assertEquals('0', check("00000000000000"));
        assertEquals('Y', check("00000000000001"));
        assertEquals('Z', check("00000000000010"));
        assertEquals('Z', check("0000000000000G"));
        assertEquals('1', check("0000000000000Z"));
        assertEquals('N', check("10000000000005"));
    }

    private static char check(String fourteen) {
        for (char symbol : SYMBOLS.toCharArray()) {
            if (BackupCode.read(fourteen + symbol).isPresent()) {
                return symbol;
            }
        }
        throw new AssertionError("no check symbol fits " + fourteen);
    }

    @Test
    void b1_everyWrongSymbolIsDetected() {
        for (int locator = 0; locator < 32; locator++) {
            String right = plain(BackupCode.draw(random, locator));
            for (int position = 0; position < BackupCode.LENGTH; position++) {
                for (char wrong : SYMBOLS.toCharArray()) {
                    String typed = right.substring(0, position) + wrong + right.substring(position + 1);
                    assertEquals(typed.equals(right), BackupCode.read(typed).isPresent(), typed + " for " + right);
                }
            }
        }
    }

    @Test
    void b1_everySwapOfNeighboursIsDetectedExceptThatOf0AndZ() {
        for (int position = 0; position < CHECK; position++) {
            for (char left : SYMBOLS.toCharArray()) {
                for (char right : SYMBOLS.toCharArray()) {
                    String code = codeWith(position, left, right);
                    String swapped = code.substring(0, position) + right + left + code.substring(position + 2);
                    boolean unnoticed = left == right || Set.of(left, right).equals(Set.of('0', 'Z'));
                    assertEquals(unnoticed, BackupCode.read(swapped).isPresent(), swapped + " for " + code);
                }
            }
        }
    }

    /** A right code with these two neighbours: the symbol before or behind them is chosen so that it is one. */
    private static String codeWith(int position, char left, char right) {
        String code = "7".repeat(position) + left + right + "7".repeat(BackupCode.LENGTH - position - 2);
        int free = position + 2 < BackupCode.LENGTH ? CHECK : 0;
        for (char symbol : SYMBOLS.toCharArray()) {
            String candidate = code.substring(0, free) + symbol + code.substring(free + 1);
            if (BackupCode.read(candidate).isPresent()) {
                return candidate;
            }
        }
        throw new AssertionError("no code like " + code);
    }

    @Test
    void b1_caseSpacesAndHyphensDoNotMatter() {
        BackupCode code = BackupCode.draw(random, 10);
        String plain = plain(code);
        String shown = code.reveal();
        List.of(
                        plain,
                        shown,
                        shown.toLowerCase(Locale.ROOT),
                        shown.replace('-', ' '),
                        "  " + shown + "\t",
                        shown.replace("-", " - "),
                        String.join("-", plain.split("")),
                        plain + "\u2003")
                .forEach(typed -> assertEquals(Optional.of(code), BackupCode.read(typed), "[" + typed + "]"));
    }

    @Test
    void b1_readsOAs0AndIAndLAs1() {
        String right = "01" + "0".repeat(12);
        right += check(right);
        Optional<BackupCode> code = BackupCode.read(right);
        assertTrue(code.isPresent());
        for (char one : "IiLl".toCharArray()) {
            for (char zero : "Oo".toCharArray()) {
                String typed = right.substring(0, CHECK).replace('1', one).replace('0', zero) + right.charAt(CHECK);
                assertEquals(code, BackupCode.read(typed), typed);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "0000-00000-00000",
                "00000-00000-000000",
                "U0000-00000-00000",
                "00000_00000_00000",
                "٠0000-00000-00000",
                "00000-00000-0000\u0000",
                "00000-00000-0000ſ",
                "!"
            })
    void b1_whatIsTooShortTooLongOrHasAForeignSymbolIsNoCode(String typed) {
        assertFalse(BackupCode.read(typed).isPresent());
    }

    @Test
    void x4_neverPrintsTheCode() {
        BackupCode code = BackupCode.draw(random, 3);
        assertFalse(code.toString().contains(plain(code)), code.toString());
        assertFalse(code.toString().contains(code.reveal()), code.toString());
    }

    private static String plain(BackupCode code) {
        return new String(code.symbols().bytes(), StandardCharsets.US_ASCII);
    }
}
