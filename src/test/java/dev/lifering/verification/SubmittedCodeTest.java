package dev.lifering.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.lifering.factor.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SubmittedCodeTest {

    @ParameterizedTest
    @CsvSource({
        // 6 or 8 digits, however they are grouped
        "123456, TOTP, 123456",
        "000000, TOTP, 000000",
        "12345678, TOTP, 12345678",
        "123 456, TOTP, 123456",
        "123-456, TOTP, 123456",
        "' 12 34 56 78 ', TOTP, 12345678",
        // anything else
        "12345, BACKUP_CODE, 12345",
        "1234567, BACKUP_CODE, 1234567",
        "123456789, BACKUP_CODE, 123456789",
        "12345a, BACKUP_CODE, 12345a",
        "A7QF3-M9D2X-WRK4T, BACKUP_CODE, A7QF3-M9D2X-WRK4T",
        "123456789012345, BACKUP_CODE, 123456789012345",
        "'١٢٣٤٥٦', BACKUP_CODE, '١٢٣٤٥٦'",
        "'', BACKUP_CODE, ''"
    })
    void v1_sixOrEightDigitsAreATotpAndAnythingElseABackupCode(String typed, Method method, String text) {
        assertEquals(new SubmittedCode(text, method), SubmittedCode.of(typed, null));
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void v1_theCallerMayForceAMethod(Method forced) {
        assertEquals(forced, SubmittedCode.of("123456", forced).method());
        assertEquals(forced, SubmittedCode.of("A7QF3-M9D2X-WRK4T", forced).method());
    }

    @Test
    void x4_neverPrintsTheCode() {
        assertFalse(SubmittedCode.of("123456", null).toString().contains("123456"));
    }
}
