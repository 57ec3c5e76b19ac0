package dev.lifering.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.crypto.KeyPurpose;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.codec.binary.Base32;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctetSequenceJsonWebKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whoever steals the database, with all its files and its write-ahead log, finds no secret in it. That is more than a dump
 * shows: rows that were deleted are in it too.
 */
@Tag("slow")
class DatabaseThiefIT {

    @Test
    void aUsedDatabaseHoldsNoSecretCodePepperOrToken() throws Exception {
        try (var installation = new Installation()) {
            Map<String, byte[]> secrets = use(installation);
            secrets.putAll(keyMaterial(installation));
            List<byte[]> files = databaseFiles(installation.databaseFiles());
            assertTrue(isIn(files, marker(installation)), "the search would not find what is there");
            List<String> found = secrets.entrySet().stream()
                    .filter(secret -> isIn(files, secret.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
            assertEquals(List.of(), found);
        }
    }

    /** Goes through a life of a second factor, down to the last backup code, and says what was secret in it. */
    private static Map<String, byte[]> use(Installation installation) throws Exception {
        var secrets = new LinkedHashMap<String, byte[]>();
        try (var smtp = new SmtpListener();
                var replica = Replica.start(smtp.settings(installation))) {
            Subscriber user = Subscriber.enrol(installation, replica);
            secrets.put("TOTP secret, base32", ascii(user.secret()));
            secrets.put("TOTP secret, bytes", new Base32().decode(user.secret()));
            assertEquals(200, user.verify(replica, user.nextCode()).statusCode());
            String last = "";
            for (String code : user.codes()) {
                secrets.put("backup code " + code, ascii(code));
                secrets.put("backup code without hyphens " + code, ascii(code.replace("-", "")));
                var verified = user.verify(replica, code);
                assertEquals(200, verified.statusCode(), verified.body());
                last = verified.body();
            }
            String session = JsonPath.from(last).getString("recoverySession");
            secrets.put("recovery session", ascii(session));
            secrets.put("service token", ascii(user.serviceToken().split("\\.")[2]));
            recover(installation, replica, smtp, secrets);
            checkpoint(installation);
        }
        return secrets;
    }

    /** Goes through a recovery: a link by mail, its redemption, and the notice that could undo it. */
    private static void recover(
            Installation installation, Replica replica, SmtpListener smtp, Map<String, byte[]> secrets) {
        String account = "account-" + UUID.randomUUID();
        String user = "user-" + UUID.randomUUID();
        String service = installation.token("login-service", account, "service");
        replica.send(service, "PUT", "/v1/accounts/" + account, "{\"name\":\"A\",\"kind\":\"direct\"}");
        String email = user + "@platform.example";
        String path = "/v1/accounts/" + account + "/users/" + user;
        replica.send(service, "PUT", path, "{\"email\":\"" + email + "\"}");
        Subscriber.enrol(installation, replica, account, user);
        String admin = installation.token("admin-of-" + account, account, "user", "admin");
        assertEquals(
                202, replica.send(admin, "POST", path + "/recovery-links", "{}").statusCode());
        String link = smtp.token(email, "token");
        secrets.put("recovery link", ascii(link));
        var redeemed = replica.send(
                installation.token(user, account, "user"),
                "POST",
                "/v1/recovery/redemptions",
                "{\"token\":\"" + link + "\"}");
        assertEquals(201, redeemed.statusCode(), redeemed.body());
        secrets.put("session of a link", ascii(JsonPath.from(redeemed.body()).getString("recoverySession")));
        secrets.put("new code", ascii(JsonPath.from(redeemed.body()).getString("backupCodes.codes[0]")));
        secrets.put("undo", ascii(smtp.token(email, "repudiation")));
    }

    private static Map<String, byte[]> keyMaterial(Installation installation) throws Exception {
        var secrets = new LinkedHashMap<String, byte[]>();
        for (var key : new JsonWebKeySet(installation.keys().toJson()).getJsonWebKeys()) {
            if (key instanceof OctetSequenceJsonWebKey octets) {
                secrets.put("key " + key.getKeyId(), octets.getOctetSequence());
                secrets.put(
                        "key as text " + key.getKeyId(),
                        Base64.getUrlEncoder().withoutPadding().encode(octets.getOctetSequence()));
            }
        }
        assertEquals(4, secrets.size());
        return secrets;
    }

    /** Something that is in the database for sure. */
    private static byte[] marker(Installation installation) {
        return ascii(installation.keys().currentKeyId(KeyPurpose.PEPPER));
    }

    private static void checkpoint(Installation installation) throws Exception {
        try (var connection = installation.postgres().getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("checkpoint");
        }
    }

    private static List<byte[]> databaseFiles(Path folder) throws IOException {
        List<byte[]> files = new ArrayList<>();
        try (var paths = Files.walk(folder)) {
            paths.filter(Files::isRegularFile)
                    .filter(path -> path.toString().matches(".*/(base|pg_wal)/.*"))
                    .forEach(path -> files.add(read(path)));
        }
        return files;
    }

    private static boolean isIn(List<byte[]> files, byte[] secret) {
        String wanted = new String(secret, StandardCharsets.ISO_8859_1);
        return files.stream().anyMatch(file -> new String(file, StandardCharsets.ISO_8859_1).contains(wanted));
    }

    private static byte[] read(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
