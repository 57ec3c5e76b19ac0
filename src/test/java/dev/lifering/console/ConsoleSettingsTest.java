package dev.lifering.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When the console is on, and whom its pages may talk to. */
class ConsoleSettingsTest {
    private static final String CLIENT = "lifering.console.oidc.client-id";
    private static final String ISSUER = "lifering.console.oidc.issuer";
    private static final String ENABLED = "lifering.console.enabled";

    @Test
    void isOnInTheDemoWithoutSignIn() {
        ConsoleSettings settings = settings(Map.of("lifering.demo", "true", CLIENT, "console"));
        assertTrue(settings.enabled());
        assertTrue(settings.view().demo());
        assertNull(settings.view().oidc());
        settings.check(new StartupEvent());
    }

    @Test
    void isOffInProductionUntilPeopleCanSignIn() {
        assertFalse(settings(Map.of()).enabled());
        assertTrue(settings(Map.of(CLIENT, "console")).enabled());
        assertFalse(settings(Map.of(CLIENT, "console", ENABLED, "false")).enabled());
        assertFalse(settings(Map.of("lifering.demo", "true", ENABLED, "false")).enabled());
    }

    @Test
    void doesNotStartWhereNobodyCouldSignIn() {
        var blind = settings(Map.of(ENABLED, "true"));
        String message = assertThrows(IllegalStateException.class, () -> blind.check(new StartupEvent()))
                .getMessage();
        assertTrue(message.contains(CLIENT), message);
        var half =
                settings(Map.of(CLIENT, "console", "lifering.console.oidc.token-endpoint", "https://id.example/token"));
        assertThrows(IllegalStateException.class, () -> half.check(new StartupEvent()));
    }

    @Test
    void thePagesMayTalkToTheIdentityProviderAndNobodyElse() {
        String usual = settings(Map.of(CLIENT, "console")).contentSecurityPolicy();
        assertTrue(usual.contains("connect-src 'self' https://id.example;"), usual);
        String odd = settings(Map.of(
                        CLIENT,
                        "console",
                        ISSUER,
                        "https://login.example:8443/realms/a",
                        "lifering.console.oidc.authorization-endpoint",
                        "https://login.example:8443/auth",
                        "lifering.console.oidc.token-endpoint",
                        "https://tokens.example/token"))
                .contentSecurityPolicy();
        assertTrue(odd.contains("connect-src 'self' https://login.example:8443 https://tokens.example;"), odd);
        String demo = settings(Map.of("lifering.demo", "true")).contentSecurityPolicy();
        assertTrue(demo.contains("connect-src 'self';"), demo);
    }

    @Test
    void theIssuerOfTokensIsWherePeopleSignInUnlessSaidOtherwise() {
        OidcView usual = settings(Map.of(CLIENT, "console")).view().oidc();
        assertNotNull(usual);
        assertEquals("https://id.example", usual.issuer());
        assertEquals("openid profile email", usual.scope());
        OidcView other = settings(Map.of(CLIENT, "console", ISSUER, "https://other.example"))
                .view()
                .oidc();
        assertNotNull(other);
        assertEquals("https://other.example", other.issuer());
    }

    private static ConsoleSettings settings(Map<String, String> said) {
        var values = new HashMap<>(Map.of("mp.jwt.verify.issuer", "https://id.example"));
        values.putAll(said);
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withMapping(ConsoleConfig.class)
                .withMapping(OidcConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build();
        return new ConsoleSettings(
                config.getConfigMapping(ConsoleConfig.class), config.getConfigMapping(OidcConfig.class), config);
    }
}
