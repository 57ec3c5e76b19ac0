package dev.lifering.packaged;

import dev.lifering.crypto.KeySet;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** All that an operator has to bring: a PostgreSQL, a key set, and an identity provider with its key. */
public final class Installation implements AutoCloseable {
    private static final String ISSUER = "https://id.platform.example";
    private static final String AUDIENCE = "lifering-test";

    private final Path folder;
    private final String database;
    private final @Nullable EmbeddedPostgres postgres;
    private final RsaJsonWebKey issuerKey;
    private KeySet keys;

    /** With a PostgreSQL of its own. */
    Installation() {
        folder = freshFolder();
        try {
            postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(folder.resolve("postgres"))
                    .setServerConfig("max_connections", "100")
                    .start();
        } catch (IOException e) {
            throw new AssertionError("the installation cannot be set up", e);
        }
        database = postgres.getJdbcUrl("postgres", "postgres");
        issuerKey = issuerKey();
        keys = KeySet.generate(new SecureRandom(), Instant.now());
        writeKeys();
    }

    /** On the PostgreSQL at this address, which somebody else starts and stops; its superuser is {@code postgres}. */
    public Installation(String database) {
        folder = freshFolder();
        postgres = null;
        this.database = database;
        issuerKey = issuerKey();
        keys = KeySet.generate(new SecureRandom(), Instant.now());
        writeKeys();
    }

    /** The settings of every replica. */
    public Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("quarkus.datasource.jdbc.url", database);
        settings.put("quarkus.datasource.username", "postgres");
        settings.put("lifering.keys.location", folder.resolve("keys.json").toString());
        settings.put(
                "mp.jwt.verify.publickey.location",
                folder.resolve("issuer.json").toUri().toString());
        settings.put("mp.jwt.verify.issuer", ISSUER);
        settings.put("mp.jwt.verify.audiences", AUDIENCE);
        settings.put("quarkus.mailer.host", "127.0.0.1");
        settings.put("quarkus.mailer.from", "lifering@platform.example");
        settings.put("lifering.recovery.link-url", "https://platform.example/recover");
        return settings;
    }

    KeySet keys() {
        return keys;
    }

    /** What an operator does to rotate: replicas that start from now on have new current keys, and the old ones. */
    void rotateKeys() {
        keys = keys.rotated(new SecureRandom(), Instant.now());
        writeKeys();
    }

    Path databaseFiles() {
        return folder.resolve("postgres");
    }

    EmbeddedPostgres postgres() {
        return Objects.requireNonNull(postgres, "the database is somebody else's");
    }

    /** A token of the platform's identity provider. */
    public String token(String subject, String account, String... roles) {
        var claims = new JwtClaims();
        claims.setSubject(subject);
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(60);
        claims.setStringListClaim("groups", List.of(roles));
        claims.setStringClaim("account_id", account);
        var jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        jws.setKeyIdHeaderValue(issuerKey.getKeyId());
        jws.setKey(issuerKey.getPrivateKey());
        jws.setPayload(claims.toJson());
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }

    private static Path freshFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target/packaged")), "installation")
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Draws the key of the identity provider, and leaves its public half for the replicas. */
    private RsaJsonWebKey issuerKey() {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId("issuer-1");
            Files.writeString(
                    folder.resolve("issuer.json"), JsonUtil.toJson(key.toParams(OutputControlLevel.PUBLIC_ONLY)));
            return key;
        } catch (IOException | JoseException e) {
            throw new AssertionError("the identity provider cannot be set up", e);
        }
    }

    private void writeKeys() {
        try {
            Files.writeString(folder.resolve("keys.json"), keys.toJson());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
