package dev.lifering.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.crypto.KeySet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application is honest when it starts. */
class StartUpIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final List<String> REQUIRED = List.of(
            "quarkus.datasource.jdbc.url",
            "lifering.keys.location",
            "mp.jwt.verify.publickey.location",
            "mp.jwt.verify.issuer",
            "mp.jwt.verify.audiences",
            "quarkus.mailer.host",
            "quarkus.mailer.from",
            "lifering.recovery.link-url");

    @Test
    void productionWithoutSettingsNamesAllThatIsMissingAndStops() throws Exception {
        try (var replica = Replica.launch(Map.of(), List.of())) {
            assertNotEquals(0, replica.exitCode(SOON));
            for (String setting : REQUIRED) {
                assertTrue(replica.output().contains(setting), setting + " is not named in:\n" + replica.output());
            }
            assertFalse(replica.output().contains("\tat "), "a stack trace:\n" + replica.output());
        }
    }

    @Test
    void aWeakKeySetStopsTheStart() throws Exception {
        String zeros = "{\"keys\":[{\"kty\":\"oct\",\"use\":\"enc\",\"alg\":\"A256GCM\",\"kid\":\"e\",\"k\":\""
                + "A".repeat(43) + "\"}]}";
        try (var installation = new Installation()) {
            var settings = installation.settings();
            settings.remove("lifering.keys.location");
            settings.put("lifering.keys.value", zeros);
            try (var replica = Replica.launch(settings, List.of())) {
                assertNotEquals(0, replica.exitCode(SOON));
                assertTrue(replica.output().contains("lifering.keys.value"), replica.output());
                assertFalse(replica.output().contains("A".repeat(43)), "the key itself is shown");
            }
        }
    }

    @Test
    void generatedKeysAreAKeySetAndRotationPutsNewOnesInFront(@TempDir Path folder) throws Exception {
        KeySet generated;
        try (var command = Replica.launch(Map.of(), List.of("generate-keys"))) {
            assertEquals(0, command.exitCode(SOON), command.output());
            generated = KeySet.parse(command.output());
            Files.writeString(folder.resolve("keys.json"), command.output());
        }
        try (var command = Replica.launch(
                Map.of(), List.of("rotate-keys", folder.resolve("keys.json").toString()))) {
            assertEquals(0, command.exitCode(SOON), command.output());
            KeySet rotated = KeySet.parse(command.output());
            assertNotEquals(generated.signingKey().keyId(), rotated.signingKey().keyId());
            assertTrue(rotated.publicJwksJson().contains(generated.signingKey().keyId()));
        }
    }

    @Test
    void theDemoDoesNotExistInProduction() throws Exception {
        try (var installation = new Installation();
                var replica = Replica.start(installation.settings())) {
            String token = installation.token("login-service", "none", "service");
            assertEquals(404, replica.send(token, "GET", "/demo/personas", null).statusCode());
            var asked = replica.send(token, "POST", "/demo/tokens", "{\"persona\":\"ada\"}");
            assertEquals(404, asked.statusCode());
            assertTrue(asked.body().contains("urn:lifering:problem:not-found"), asked.body());
        }
    }
}
