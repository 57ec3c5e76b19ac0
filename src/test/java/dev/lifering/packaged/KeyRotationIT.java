package dev.lifering.packaged;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.crypto.KeyPurpose;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an operator sees of a rotation: nothing but the metric. */
@Tag("slow")
class KeyRotationIT {

    @Test
    void oldRowsWorkNewRowsUseTheNewKeyAndReencryptionCompletes() throws Exception {
        try (var installation = new Installation()) {
            Subscriber early;
            String oldKey = installation.keys().currentKeyId(KeyPurpose.ENCRYPTION);
            try (var before = Replica.start(installation.settings())) {
                early = Subscriber.enrol(installation, before);
                assertEquals(Set.of(oldKey), keysOfAuthenticators(installation));
            }
            installation.rotateKeys();
            String newKey = installation.keys().currentKeyId(KeyPurpose.ENCRYPTION);
            assertNotEquals(oldKey, newKey);
            Map<String, String> settings = installation.settings();
            settings.put("lifering.gauges.interval", "PT1S");
            try (var after = Replica.start(settings)) {
                Subscriber late = Subscriber.enrol(installation, after);
                await().atMost(Duration.ofSeconds(60))
                        .untilAsserted(() -> assertEquals(Set.of(newKey), keysOfAuthenticators(installation)));
                assertEquals(200, early.verify(after, early.nextCode()).statusCode());
                assertEquals(200, early.verify(after, early.codes().get(0)).statusCode());
                assertEquals(200, late.verify(after, late.nextCode()).statusCode());
                assertOldKeysArePublished(installation, after);
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> shows(after, newKey, 2) && shows(after, oldKey, 0) && shows(after, "missing", 0));
            }
        }
    }

    private static boolean shows(Replica replica, String key, int rows) {
        return replica.send("", "GET", "/q/metrics", null)
                .body()
                .contains("lifering_keys_rows{key=\"" + key + "\",rows=\"authenticators\"} " + rows);
    }

    private static void assertOldKeysArePublished(Installation installation, Replica replica) {
        String jwks = replica.send("", "GET", "/.well-known/jwks.json", null).body();
        for (String kid : installation.keys().keyIds(KeyPurpose.ASSERTION)) {
            assertTrue(jwks.contains(kid), jwks);
        }
        assertEquals(2, installation.keys().keyIds(KeyPurpose.ASSERTION).size());
        assertFalse(jwks.contains("\"d\""), "a private key is published");
        assertFalse(jwks.contains("oct"), "a secret key is published");
    }

    private static Set<String> keysOfAuthenticators(Installation installation) throws SQLException {
        var keys = new HashSet<String>();
        try (var connection = installation.postgres().getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select secret_key_id from authenticator")) {
            while (rows.next()) {
                keys.add(rows.getString(1));
            }
        }
        return keys;
    }
}
