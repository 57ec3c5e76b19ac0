package dev.lifering.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.audit.Deed;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator may set for an endpoint, and how it is read. */
class EndpointSettingsTest {
    private static final String SECRET = secret(24);

    @ParameterizedTest
    @CsvSource({
        "https://crm.example.com/lifering?a=b, ",
        "https://crm.example.com:8443, ",
        "https://[2001:4860:4860::8888]/x, ",
        "http://crm.example.com/, would send facts over an unprotected connection",
        "https://me:pw@crm.example.com/, holds credentials",
        "https://me@crm.example.com/, holds credentials",
        "https://crm.example.com/#part, is no https address without a fragment",
        "ftp://crm.example.com/, is no https address without a fragment",
        "crm.example.com/lifering, is no https address without a fragment",
        "https:///path, is no https address without a fragment",
        "not an address, is no address",
        "https://crm.example.com:65535/hook,",
        "https://crm.example.com:0/hook, has a port that there is not",
        "https://crm.example.com:65536/hook, has a port that there is not",
    })
    void messagesGoToAProtectedAddress(String url, String flaw) {
        assertEquals(Optional.ofNullable(flaw), EndpointSettings.flawOfUrl(url, false));
    }

    @Test
    void plainHttpIsForThoseWhoAllowPrivateTargets() {
        assertEquals(Optional.empty(), EndpointSettings.flawOfUrl("http://localhost:8080/hook", true));
        assertTrue(EndpointSettings.flawOfUrl("http://me:pw@localhost/", true).isPresent());
    }

    @Test
    void secretsHave24To64BytesAndShowInNoMessage() {
        for (String good : List.of(SECRET, secret(64), SECRET + "," + secret(32), " " + SECRET + " , " + secret(25))) {
            assertEquals(Optional.empty(), EndpointSettings.flawOfSecrets(good));
        }
        for (String bad : List.of(
                ",", secret(23), secret(65), "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_!", SECRET + ",whsec_")) {
            String flaw = EndpointSettings.flawOfSecrets(bad).orElseThrow();
            assertFalse(flaw.contains("MfKQ") || flaw.contains(SECRET.substring(7)), flaw);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "recovery_link.", "lockout.*", "*.sent", "recovery*", "lockout, nothing"})
    void patternsMustNameSomething(String patterns) {
        assertTrue(EndpointSettings.flawOfEvents(patterns).isPresent(), patterns);
    }

    @Test
    void patternsAreTypesAndTheirBeginnings() {
        assertEquals(
                Set.of(Deed.RECOVERY_LINK_SENT, Deed.RECOVERY_LINK_REVOKED, Deed.RECOVERY_LINK_REDEEMED, Deed.LOCKOUT),
                wanting("recovery_link.*, lockout"));
        assertEquals(EnumSet.allOf(Deed.class), wanting("*"));
    }

    @Test
    void withoutPatternsAnEndpointWantsEverything() {
        Endpoint endpoint = endpoints(Map.of(
                        "lifering.webhooks.crm.url",
                        "https://crm.example.com/hook",
                        "lifering.webhooks.crm.secret",
                        SECRET))
                .get(0);
        assertEquals(EnumSet.allOf(Deed.class), endpoint.deeds());
        assertFalse(endpoint.toString().contains("example"), endpoint.toString());
    }

    @Test
    void severalEndpointsAndSecretsStandBesideTheOtherSettings() {
        List<Endpoint> endpoints = endpoints(Map.of(
                "lifering.webhooks.allow-private-targets", "true",
                "lifering.webhooks.request-timeout", "PT3S",
                "lifering.webhooks.crm.url", "https://crm.example.com/hook",
                "lifering.webhooks.crm.secret", SECRET + "," + secret(32),
                "lifering.webhooks.order-service.url", "https://orders.example.com/hook",
                "lifering.webhooks.order-service.secret", SECRET,
                "lifering.webhooks.order-service.events", "user.*"));
        assertEquals(
                List.of("crm 2", "order-service 1"),
                endpoints.stream()
                        .map(endpoint ->
                                endpoint.name() + " " + endpoint.secrets().size())
                        .sorted()
                        .toList());
    }

    @Test
    void environmentVariablesSetEndpointsToo() {
        WebhooksConfig config = new SmallRyeConfigBuilder()
                .withMapping(WebhooksConfig.class)
                .withSources(new EnvConfigSource(
                        Map.of(
                                "LIFERING_WEBHOOKS_CRM_URL", "https://crm.example.com/hook",
                                "LIFERING_WEBHOOKS_CRM_SECRET", SECRET,
                                "LIFERING_WEBHOOKS_ALLOW_PRIVATE_TARGETS", "true"),
                        300))
                .build()
                .getConfigMapping(WebhooksConfig.class);
        assertEquals(List.of("crm"), List.copyOf(config.endpoints().keySet()));
        assertTrue(config.allowPrivateTargets());
    }

    @Test
    void nobodyIsToldUnlessSet() {
        WebhooksConfig config = config(Map.of());
        assertEquals(Map.of(), config.endpoints());
        assertFalse(config.allowPrivateTargets());
        assertEquals(Duration.ofSeconds(15), config.requestTimeout());
    }

    private static Set<Deed> wanting(String patterns) {
        assertEquals(Optional.empty(), EndpointSettings.flawOfEvents(patterns));
        return endpoints(Map.of(
                        "lifering.webhooks.crm.url", "https://crm.example.com/hook",
                        "lifering.webhooks.crm.secret", SECRET,
                        "lifering.webhooks.crm.events", patterns))
                .get(0)
                .deeds();
    }

    private static List<Endpoint> endpoints(Map<String, String> settings) {
        return new ArrayList<>(new ConfiguredEndpoints(config(settings)).all());
    }

    private static WebhooksConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(WebhooksConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 300))
                .build()
                .getConfigMapping(WebhooksConfig.class);
    }

    private static String secret(int bytes) {
        return "whsec_" + Base64.getEncoder().encodeToString(new byte[bytes]);
    }
}
