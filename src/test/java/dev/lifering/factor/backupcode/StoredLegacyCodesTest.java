package dev.lifering.factor.backupcode;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.crypto.Secret;
import dev.lifering.testing.Bearer;
import dev.lifering.testing.Database;
import dev.lifering.testing.Import;
import dev.lifering.testing.Migrated;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Sample;
import dev.lifering.testing.Stampede;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What the database holds of other products' backup codes, and what it costs to look at one. */
@QuarkusTest
class StoredLegacyCodesTest {
    private static final int AT_ONCE = 50;

    @Inject
    MovableTime time;

    @Inject
    Database database;

    @Inject
    CodeHasher hasher;

    @Inject
    BackupCodeKeyUse keyUse;

    private Migrated migrated(int codes) {
        return Migrated.of(Tenant.direct(time).user(), time, codes);
    }

    @Test
    void b2_eachIsHashedWithThePepperAndOneSaltPerSet() {
        List<Map<String, Object>> rows = codesOf(migrated(10));
        assertEquals(10, rows.size());
        var salts = new HashSet<String>();
        var hashes = new HashSet<String>();
        for (Map<String, Object> row : rows) {
            assertEquals(16, ((byte[]) row.get("salt")).length, "128 bits");
            assertEquals(32, ((byte[]) row.get("hash")).length);
            assertTrue((int) row.get("iterations") >= 1000);
            assertNull(row.get("spent_at"));
            salts.add(HexFormat.of().formatHex((byte[]) row.get("salt")));
            hashes.add(HexFormat.of().formatHex((byte[]) row.get("hash")));
        }
        assertEquals(1, salts.size());
        assertEquals(10, hashes.size());
        assertNotEquals(salts.iterator().next(), HexFormat.of().formatHex((byte[])
                codesOf(migrated(1)).get(0).get("salt")));
    }

    @Test
    void b2_noTableHoldsACodeInPlainOrTheDigestThatTheProductKeeps() {
        Migrated ada = migrated(3);
        ada.member().verify(ada.code(0)).statusCode(200);
        ada.member().verify(ada.code(0)).statusCode(422);
        for (String code : ada.codes()) {
            assertEquals(Set.of(), database.tablesWith(code));
            assertEquals(
                    Set.of(), database.tablesWith(HexFormat.of().formatHex(code.getBytes(StandardCharsets.US_ASCII))));
        }
        Tenant tenant = Tenant.direct(time);
        String linus = "u-" + UUID.randomUUID();
        String realm = Sample.text(
                "keycloak-realm.json",
                "ada",
                linus + 2,
                "linus",
                linus,
                "eve",
                linus + 3,
                "bob",
                linus + 4,
                "dan",
                "d");
        assertEquals(3, Import.report(tenant, "format=keycloak", realm).get(1).getInt("backupCodes"));
        String digest = "OnOEi8vsNqnI2s6t2IxU2+A+KrzWAVpR9AHExeQgDzTuoiU1qPzFsOpFIy8wb6EtPEGHKj0ehgHyTbuBTyChhg==";
        assertEquals(Set.of(), database.tablesWith(digest));
        assertEquals(
                Set.of(),
                database.tablesWith(HexFormat.of().formatHex(Base64.getDecoder().decode(digest))));
        RestAssured.given()
                .auth()
                .oauth2(Bearer.service())
                .contentType("application/json")
                .body("{\"code\":\"L9RR-AUWY-KARB\"}")
                .post("/v1/users/" + linus + "/verifications")
                .then()
                .statusCode(200)
                .body("backupCodesRemaining", is(2));
    }

    @Test
    void b2_anAttemptCostsOneDerivationWhateverTheSizeOfTheSet() {
        for (int size : new int[] {2, 32}) {
            Migrated ada = migrated(size);
            int rounds = (int) codesOf(ada).get(0).get("iterations");
            try (var derivations = new DerivationCount(rounds)) {
                ada.member().verify(ada.code(size - 1)).statusCode(200);
                assertEquals(1, derivations.take(), "right code");
                ada.member().verify(ada.code(size - 1)).statusCode(422);
                assertEquals(1, derivations.take(), "used code");
                ada.member().verify(Migrated.code()).statusCode(422);
                assertEquals(1, derivations.take(), "wrong code");
                ada.member().verify("A7QF3-M9D2X").statusCode(422);
                assertEquals(1, derivations.take(), "another wrong code");
                ada.member().verify("short").statusCode(422);
                assertEquals(0, derivations.take(), "what is no code");
            }
        }
    }

    /** The key that a row names is the one that is used, whichever is the current one. */
    @Test
    void aCodeNeedsThePepperThatItsRowNamesAndTheMetricCountsIt() {
        Migrated ada = migrated(3);
        String key = codesOf(ada).get(0).get("pepper_key_id").toString();
        long before = keyUse.rowsByKeyId().get(key);
        try {
            assertEquals(3, rename(ada, "an-older-pepper"));
            assertEquals(3, keyUse.rowsByKeyId().get("an-older-pepper"));
            assertEquals(before - 3, keyUse.rowsByKeyId().getOrDefault(key, 0L));
            Map<String, Object> row = codesOf(ada).get(0);
            var kept = new CodeHash(
                    row.get("pepper_key_id").toString(),
                    Secret.of((byte[]) row.get("salt")),
                    (int) row.get("iterations"),
                    Secret.of((byte[]) row.get("hash")));
            Secret code = Secret.of(ada.code(0).getBytes(StandardCharsets.US_ASCII));
            assertThrows(IllegalStateException.class, () -> hasher.hash(code, kept));
        } finally {
            rename(ada, key);
        }
        ada.member().verify(ada.code(0)).statusCode(200);
    }

    private int rename(Migrated user, String key) {
        return database.update(
                "update backup_code set pepper_key_id = ? where set_id in"
                        + " (select id from backup_code_set where user_id = ?)",
                key,
                user.member().id());
    }

    @Test
    void x6_anErasedUserLeavesNoneOfThem() {
        Migrated ada = migrated(2);
        UUID set = (UUID) codesOf(ada).get(0).get("set_id");
        assertEquals(Set.of("backup_code", "backup_code_set"), database.tablesWith(set.toString()));
        RestAssured.given()
                .auth()
                .oauth2(Bearer.service())
                .delete("/v1/accounts/" + ada.member().tenant().id() + "/users/"
                        + ada.member().id())
                .then()
                .statusCode(204);
        assertEquals(Set.of(), database.tablesWith(set.toString()));
    }

    @Test
    void switchingOffErasesThem() {
        Migrated ada = migrated(2);
        ada.member()
                .call()
                .body(Map.of("code", ada.code(0)))
                .delete("/v1/me/second-factor")
                .then()
                .statusCode(204);
        assertEquals(List.of(), codesOf(ada));
    }

    @RepeatedTest(5)
    void b3_of50SpendsOfOneCodeOneSucceeds() {
        Migrated ada = migrated(10);
        String path = "/v1/users/" + ada.member().id() + "/verifications";
        var spend = new Stampede.Post(Bearer.service(), path, "{\"code\":\"" + ada.code(0) + "\"}");
        try (var stampede = new Stampede(AT_ONCE)) {
            List<Integer> answers = stampede.run(Collections.nCopies(AT_ONCE, spend));
            assertEquals(1, answers.stream().filter(status -> status == 200).count(), answers.toString());
            assertTrue(
                    answers.stream().allMatch(status -> List.of(200, 422, 429).contains(status)));
        }
        ada.member().get("/v1/me/second-factor").body("backupCodes.remaining", is(9));
    }

    private List<Map<String, Object>> codesOf(Migrated user) {
        return database.rows(
                "select code.* from backup_code code join backup_code_set codes on codes.id = code.set_id"
                        + " where codes.user_id = ? order by code.locator",
                user.member().id());
    }
}
