package dev.lifering.factor.backupcode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.testing.Database;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rules B2 and B4: what the database holds of backup codes. */
@QuarkusTest
class StoredCodesTest {
    @Inject
    MovableTime time;

    @Inject
    Database database;

    @Test
    void b2_eachCodeIsARowWithItsOwnSaltAndHash() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        List<Map<String, Object>> rows = codesOf(ada.setId());
        assertEquals(10, rows.size());
        var salts = new HashSet<String>();
        var hashes = new HashSet<String>();
        for (Map<String, Object> row : rows) {
            assertEquals(16, ((byte[]) row.get("salt")).length, "128 bits");
            assertEquals(32, ((byte[]) row.get("hash")).length);
            assertTrue((int) row.get("iterations") >= 1000);
            assertFalse(row.get("pepper_key_id").toString().isEmpty());
            salts.add(HexFormat.of().formatHex((byte[]) row.get("salt")));
            hashes.add(HexFormat.of().formatHex((byte[]) row.get("hash")));
        }
        assertEquals(10, salts.size());
        assertEquals(10, hashes.size());
    }

    @Test
    void b2_noTableHoldsACodeInPlain() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        ada.member().verify(ada.code(0)).statusCode(200);
        ada.member().verify(ada.code(0)).statusCode(422);
        List<String> codes = new ArrayList<>(ada.codes());
        codes.addAll(pendingOf(ada).path("codes"));
        // The search does find what is there.
        assertTrue(database.tablesWith(ada.setId()).contains("backup_code_set"));
        for (String code : codes) {
            String plain = code.replace("-", "");
            for (String form : List.of(code, plain, hex(code), hex(plain), plain.substring(1, 14))) {
                assertEquals(Set.of(), database.tablesWith(form));
            }
        }
    }

    private static Response pendingOf(Enrolled user) {
        return user.member()
                .post("/v1/me/backup-codes", Map.of("code", user.code(1)))
                .statusCode(201)
                .extract()
                .response();
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void b2_anAttemptCostsOneDerivationWhateverTheSizeOfTheSet() {
        for (int size : new int[] {8, 16}) {
            var tenant = Tenant.direct(time);
            tenant.policy(Map.of("backupCodes", size));
            Enrolled ada = tenant.user().enrolled();
            int rounds = (int) codesOf(ada.setId()).get(0).get("iterations");
            try (var derivations = new DerivationCount(rounds)) {
                ada.member().verify(ada.code(size - 1)).statusCode(200);
                assertEquals(1, derivations.take(), "right code");
                ada.member().verify(ada.code(size - 1)).statusCode(422);
                assertEquals(1, derivations.take(), "used code");
                ada.member().verify(wrong(ada, true)).statusCode(422);
                assertEquals(1, derivations.take(), "wrong code at a place that is taken");
                ada.member().verify(wrong(ada, false)).statusCode(422);
                assertEquals(1, derivations.take(), "wrong code at a place that is empty");
                ada.member().verify(ada.code(0).substring(1)).statusCode(422);
                ada.member().verify(ada.app().wrongCode()).statusCode(422);
                assertEquals(0, derivations.take(), "what is no backup code");
            }
        }
    }

    /** A code that is nobody's, whose first symbol one of the user's codes has, or none of them. */
    private static String wrong(Enrolled user, boolean placeTaken) {
        String firsts = user.codes().stream().map(code -> code.substring(0, 1)).reduce("", String::concat);
        for (int locator = 0; ; locator++) {
            String code = BackupCode.draw(new SecureRandom(), locator).reveal();
            if (firsts.contains(code.substring(0, 1)) == placeTaken) {
                return code;
            }
        }
    }

    @Test
    void b4_theOldSetIsReplacedInTheMomentTheNewOneBecomesActiveAndItsCodesAreErased() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        String renewed = pendingOf(ada).path("setId");
        assertEquals(List.of("ACTIVE", "PENDING"), states(ada.member()));
        ada.member().acknowledge(renewed).statusCode(200);
        assertEquals(List.of("REPLACED", "ACTIVE"), states(ada.member()));
        List<Map<String, Object>> sets = setsOf(ada.member());
        assertNotNull(sets.get(0).get("ended_at"));
        assertEquals(sets.get(0).get("ended_at"), sets.get(1).get("activated_at"));
        assertEquals(0, codesOf(ada.setId()).size());
        assertEquals(10, codesOf(renewed).size());
    }

    private List<String> states(Member member) {
        return setsOf(member).stream().map(set -> set.get("state").toString()).toList();
    }

    private List<Map<String, Object>> setsOf(Member member) {
        return database.rows("select * from backup_code_set where user_id = ? order by id", member.id());
    }

    private List<Map<String, Object>> codesOf(String setId) {
        return database.rows("select * from backup_code where set_id = ?", UUID.fromString(setId));
    }
}
