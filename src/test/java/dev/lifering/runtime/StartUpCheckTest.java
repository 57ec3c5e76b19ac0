package dev.lifering.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.crypto.KeySet;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StartUpCheckTest {
    private static final String KEYS =
            KeySet.generate(new SecureRandom(), Instant.EPOCH).toJson();

    private final Map<String, String> set = new HashMap<>(Map.of(
            "quarkus.datasource.jdbc.url", "jdbc:postgresql://db/lifering",
            "quarkus.datasource.username", "lifering",
            "lifering.keys.value", KEYS,
            "mp.jwt.verify.publickey.location", "https://idp.example/jwks",
            "mp.jwt.verify.issuer", "https://idp.example",
            "mp.jwt.verify.audiences", "lifering",
            "quarkus.mailer.host", "smtp.example.com",
            "quarkus.mailer.from", "security@example.com",
            "lifering.recovery.link-url", "https://lifering.example.com/console/recover"));

    @Test
    void aCompleteConfigurationStarts() {
        assertEquals(List.of(), findings());
    }

    @Test
    void withoutAnySettingEveryOneThatIsNeededIsNamed() {
        set.clear();
        assertEquals(
                List.of(
                        "quarkus.datasource.jdbc.url",
                        "quarkus.datasource.username",
                        "lifering.keys.location",
                        "mp.jwt.verify.publickey.location",
                        "mp.jwt.verify.issuer",
                        "mp.jwt.verify.audiences",
                        "quarkus.mailer.host",
                        "quarkus.mailer.from",
                        "lifering.recovery.link-url"),
                findings());
    }

    @Test
    void theSenderOfMailsIsAnAddress() {
        set.put("quarkus.mailer.from", "Lifering <security@example.com>");
        assertEquals(List.of(), findings());
        set.put("quarkus.mailer.from", "Lifering");
        assertEquals(List.of("quarkus.mailer.from"), findings());
    }

    @Test
    void eachSettingIsNeeded() {
        for (var name : List.copyOf(set.keySet())) {
            var value = set.remove(name);
            assertFalse(findings().isEmpty(), name);
            set.put(name, value);
        }
    }

    @Test
    void demoMakesUpWhatIsMissing() {
        set.clear();
        set.put("lifering.demo", "true");
        assertEquals(List.of(), findings());
    }

    @Test
    void demoStillRefusesWhatIsWeak() {
        set.clear();
        set.put("lifering.demo", "true");
        set.put("lifering.keys.location", "/nowhere");
        set.put("mp.jwt.verify.publickey.location", "/nowhere");
        assertEquals(List.of("lifering.keys.location", "mp.jwt.verify.publickey.location"), findings());
    }

    @Test
    void theEmbeddedDatabaseNeedsNoSettings() {
        set.put("lifering.database", "embedded");
        set.remove("quarkus.datasource.username");
        set.remove("quarkus.datasource.jdbc.url");
        assertEquals(List.of(), findings());
    }

    @Test
    void theEmbeddedDatabaseAndAnotherContradict() {
        set.put("lifering.database", "embedded");
        assertEquals(List.of("quarkus.datasource.jdbc.url"), findings());
    }

    @Test
    void theNativeImageHasNoEmbeddedDatabase() {
        set.clear();
        set.put("lifering.demo", "true");
        var findings = new StartUpCheck(settings(), false).findings();
        assertEquals(
                List.of("lifering.database"),
                findings.stream().map(Finding::property).toList());
        set.put("quarkus.datasource.jdbc.url", "jdbc:postgresql://db/lifering?user=lifering");
        assertEquals(List.of(), new StartUpCheck(settings(), false).findings());
    }

    @Test
    void pagesThatTokensAreSentToAreAbsoluteAndProtected() {
        for (String page : List.of(
                "console/recover",
                "/console/recover",
                "https://",
                "not an address",
                "https://lifering.example.com/recover#here",
                "http://lifering.example.com/recover",
                "ftp://lifering.example.com/recover",
                "http://localhost.example.com/recover",
                "javascript:alert(1)")) {
            set.put("lifering.recovery.link-url", page);
            set.put("lifering.recovery.users-url", page);
            assertEquals(List.of("lifering.recovery.link-url", "lifering.recovery.users-url"), findings(), page);
        }
        for (String page : List.of(
                "https://lifering.example.com/recover?lang=en",
                "http://localhost:8080/r",
                "http://127.0.0.1/r",
                "http://[::1]:8080/r")) {
            set.put("lifering.recovery.link-url", page);
            set.put("lifering.recovery.users-url", page);
            assertEquals(List.of(), findings(), page);
        }
    }

    @Test
    void unknownValuesAreNamed() {
        set.put("lifering.demo", "yes");
        set.put("lifering.database", "h2");
        set.put("quarkus.datasource.jdbc.url", "jdbc:h2:mem:x");
        set.put("mp.jwt.verify.issuer", "NONE");
        assertEquals(
                List.of("lifering.demo", "lifering.database", "quarkus.datasource.jdbc.url", "mp.jwt.verify.issuer"),
                findings());
    }

    @Test
    void v1_codesHaveSixOrEightDigits() {
        set.put("lifering.policy.totp-digits", "8");
        assertEquals(List.of(), findings());
        set.put("lifering.policy.totp-digits", "7");
        assertEquals(List.of("lifering.policy.totp-digits"), findings());
    }

    @Test
    void aWeakKeySetIsExplainedByItsKeyId() {
        set.put("lifering.keys.value", "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"k1\",\"use\":\"enc\",\"k\":\"AAAA\"}]}");
        var finding = new StartUpCheck(settings(), true).findings().get(0);
        assertEquals("holds no usable key set: key k1: all its bytes are zero", finding.problem());
    }

    @Test
    void theMessageNamesPropertyAndEnvironmentVariable() {
        set.remove("mp.jwt.verify.publickey.location");
        var message = StartUpCheck.message(new StartUpCheck(settings(), true).findings());
        assertTrue(message.contains("mp.jwt.verify.publickey.location (MP_JWT_VERIFY_PUBLICKEY_LOCATION) is not set"));
        assertTrue(message.contains("LIFERING_DEMO"));
        assertFalse(message.contains(KEYS));
    }

    private List<String> findings() {
        return new StartUpCheck(settings(), true)
                .findings().stream().map(Finding::property).toList();
    }

    private Settings settings() {
        return name -> Optional.ofNullable(set.get(name));
    }
}
