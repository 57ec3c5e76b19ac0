package dev.lifering.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.crypto.Ids;
import dev.lifering.crypto.KeySet;
import dev.lifering.crypto.SealPurpose;
import dev.lifering.crypto.Sealer;
import dev.lifering.crypto.Secret;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

/** What a started application has got from its run mode. */
@QuarkusTest
class RunningTest {
    @Inject
    DataSource database;

    @Inject
    Config config;

    @Inject
    KeySet keys;

    @Inject
    Sealer sealer;

    @Inject
    Ids ids;

    @Test
    void theEmbeddedDatabaseIsPostgres18AndDurable() throws SQLException {
        assertEquals("18", ask("select current_setting('server_version_num')::int / 10000"));
        assertEquals("on", ask("show fsync"));
        assertEquals("on", ask("show synchronous_commit"));
        assertEquals("UTF8", ask("show server_encoding"));
        assertEquals("127.0.0.1", ask("show listen_addresses"));
    }

    @Test
    void theServiceIsNotTheSuperuser() throws SQLException {
        assertEquals("lifering", ask("select current_user"));
        assertEquals("f", ask("select rolsuper from pg_roles where rolname = current_user"));
    }

    @Test
    void theEmbeddedDatabaseAsksForThePassword() {
        var url = config.getValue("quarkus.datasource.jdbc.url", String.class);
        for (var user : new String[] {"lifering", "postgres"}) {
            var refused = assertThrows(SQLException.class, () -> DriverManager.getConnection(url, user, "guess"));
            assertEquals("28P01", refused.getSQLState());
        }
    }

    @Test
    void theDemoKeyAndIssuerVerifyTokens() {
        assertEquals("https://demo.lifering.invalid", config.getValue("mp.jwt.verify.issuer", String.class));
        assertEquals("lifering", config.getValue("mp.jwt.verify.audiences", String.class));
        assertEquals(
                "NONE",
                config.getOptionalValue("mp.jwt.verify.publickey", String.class).orElse("NONE"));
        var publicKey = config.getValue("mp.jwt.verify.publickey.location", Path.class);
        assertTrue(publicKey.endsWith(Path.of("target", "test-data", "demo-issuer-public.json")));
        var privateKey = config.getValue("lifering.demo-issuer.key-location", Path.class);
        assertEquals(publicKey.resolveSibling("demo-issuer.json"), privateKey);
    }

    @Test
    void keysAreThere() {
        assertNotNull(keys.signingKey().privateKey());
        var row = ids.next();
        var secret = Secret.of(new byte[] {1, 2, 3});
        var sealed = sealer.seal(SealPurpose.TOTP_SECRET, row, secret);
        assertEquals(secret, sealer.open(SealPurpose.TOTP_SECRET, row, sealed.jwe()));
    }

    private String ask(String query) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
