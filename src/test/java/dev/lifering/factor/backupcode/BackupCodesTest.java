package dev.lifering.factor.backupcode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.crypto.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is left of a set, and what is shown of a new one. */
class BackupCodesTest {

    @Test
    void b5_threeOrFewerAreFew() {
        assertEquals(new BackupCodes("LR-7Q4F", 4, false, null), BackupCodes.left("LR-7Q4F", 4, false));
        assertEquals(new BackupCodes("LR-7Q4F", 3, true, null), BackupCodes.left("LR-7Q4F", 3, false));
        assertEquals(new BackupCodes("Keycloak", 0, true, true), BackupCodes.left("Keycloak", 0, true));
    }

    @Test
    void b6_newCodesAreShownAsTheyWereMade() {
        var codes = new ArrayList<>(List.of(code("A7QF3-M9D2X-WRK4T"), code("B7QF3-M9D2X-WRK4T")));
        var issued = new IssuedCodes(new UUID(0, 1), "LR-7Q4F", codes, Instant.EPOCH);
        codes.clear();
        assertEquals(List.of("A7QF3-M9D2X-WRK4T", "B7QF3-M9D2X-WRK4T"), issued.reveal());
    }

    private static Secret code(String text) {
        return Secret.of(text.getBytes(StandardCharsets.US_ASCII));
    }
}
