package dev.lifering.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import dev.lifering.testing.Sample;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code import} of the packaged application. */
@Tag("slow")
class ImportIT {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String SECRET_OF_ADA = "pJq3Vd9QzL71BkXw0a2TbC8mNfRs5YuH";

    private static Installation installation;
    private static Replica replica;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        installation = new Installation();
        replica = Replica.start(installation.settings());
        put("/v1/accounts/acme", "{\"name\":\"Acme\",\"kind\":\"direct\"}");
    }

    @AfterAll
    static void stop() throws Exception {
        replica.close();
        installation.close();
    }

    @Test
    void rowsOfBetterAuthComeOverWithTheSecretInAFile() throws Exception {
        put("/v1/accounts/acme/users/ada", "{\"email\":\"ada@acme.example\"}");
        put("/v1/accounts/acme/users/linus", "{\"email\":\"linus@acme.example\"}");
        Path rows = file(Sample.text("better-auth-two-factor.json", "ada", "ada", "linus", "linus", "eve", "eve"));
        Path secret = file("the-secret-of-an-application-of-the-test\n");
        List<String> words = List.of(
                "import", "better-auth", rows.toString(), "--account", "acme", "--secret-file", secret.toString());
        var dry = new ArrayList<>(words);
        dry.add("--dry-run");
        assertEquals(List.of("updated", "updated", "skipped"), outcomes(0, dry));
        assertEquals(List.of("updated", "updated", "skipped"), outcomes(0, words));
        assertEquals(List.of("unchanged", "unchanged", "skipped"), outcomes(0, words));
        var verified = replica.send(
                installation.token("login-service", "none", "service"),
                "POST",
                "/v1/users/ada/verifications",
                "{\"code\":\"" + code() + "\"}");
        assertEquals(200, verified.statusCode(), verified.body());
    }

    @Test
    void aRefusedLineMakesTheExitCodeOne() throws Exception {
        Path lines = file("{\"id\":\"bob\",\"email\":\"b@c\"}\n{\"id\":\"no id\",\"email\":\"b@c\"}\n");
        assertEquals(
                List.of("created", "refused"),
                outcomes(1, List.of("import", "lifering", lines.toString(), "--account", "acme")));
    }

    @Test
    void whatCannotBeDoneIsSaidInOneLine() throws Exception {
        Path lines = file("{}");
        for (List<String> words : List.of(
                List.of("import", "lifering", lines.toString(), "--account", "nobody"),
                List.of("import", "better-auth", lines.toString(), "--account", "acme"),
                List.of("import", "lifering", folder.resolve("none").toString(), "--account", "acme"))) {
            String output = run(1, words);
            assertTrue(output.contains("import: "), output);
            assertFalse(output.contains("\tat "), output);
        }
        assertTrue(run(2, List.of("import", "lifering", lines.toString())).contains("Usage:"));
    }

    private static List<String> outcomes(int exitCode, List<String> words) throws Exception {
        return Pattern.compile("(?m)^\\{\"line\":.*\"outcome\":\"(\\w+)\"")
                .matcher(run(exitCode, words))
                .results()
                .map(line -> line.group(1))
                .toList();
    }

    private static String run(int exitCode, List<String> words) throws Exception {
        try (var command = Replica.launch(installation.settings(), words)) {
            assertEquals(exitCode, command.exitCode(SOON), command.output());
            assertFalse(command.output().contains("Listening on: http"), command.output());
            return command.output();
        }
    }

    private static String code() throws Exception {
        var key = new SecretKeySpec(SECRET_OF_ADA.getBytes(StandardCharsets.UTF_8), "HmacSHA1");
        return new TimeBasedOneTimePasswordGenerator(Duration.ofSeconds(30))
                .generateOneTimePasswordString(key, Instant.now());
    }

    private Path file(String text) throws Exception {
        return Files.writeString(Files.createTempFile(folder, "import", ".txt"), text);
    }

    private static void put(String path, String body) {
        String service = installation.token("login-service", "none", "service");
        assertEquals(201, replica.send(service, "PUT", path, body).statusCode());
    }
}
