package dev.lifering.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import dev.lifering.testing.Mailbox;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sign-in where there are no personas: OpenID Connect with PKCE, against an identity provider that the test plays. */
@QuarkusTest
@ExtendWith(Chromium.class)
class SignInTest {
    @Inject
    MovableTime time;

    Mailbox.Post post;

    @Test
    void signsInAtTheIdentityProviderAndKeepsTheTokenInMemory() {
        Member linus = Tenant.direct(time).user();
        try (Visit visit = Visit.by(time)) {
            new IdentityProvider(linus.token()).serve(visit.context());
            visit.opens("#/security").sees("Your second factor, and the way back in");
            Look.at(visit.page(), "sign-in");
            visit.page().locator("main").getByText("Sign in").last().click();
            visit.sees("Two-factor authentication is off");
            assertThat(visit.page()).hasURL(Visit.base() + "/console/#/security");
            assertThat(visit.page().getByText("Mails")).hasCount(0);
            assertEquals("[{},{}]", visit.page().evaluate("JSON.stringify([sessionStorage, localStorage])"));

            visit.page().reload();
            visit.sees("Your second factor, and the way back in");
        }
    }

    @Test
    void aRecoveryLinkOutlivesTheSignIn() {
        Tenant acme = Tenant.direct(time);
        Member linus = acme.user();
        linus.enrolled();
        acme.admin()
                .post("/v1/accounts/" + acme.id() + "/users/" + linus.id() + "/recovery-links", Map.of())
                .statusCode(202);
        try (Visit visit = Visit.by(time)) {
            new IdentityProvider(linus.token()).serve(visit.context());
            visit.opens(Mails.link(post.of(linus), "token", 1)).sees("First sign in as the user");
            visit.page().locator("main").getByText("Sign in").last().click();
            visit.presses("Use the recovery link").sees("Your new backup codes");
            visit.presses("I’ve saved these backup codes").sees("Now set up your app again");
        }
    }

    /** Knows one user, whose consent nobody needs; holds the client to PKCE. */
    private static final class IdentityProvider {
        private final String token;
        private Map<String, String> asked = Map.of();

        IdentityProvider(String token) {
            this.token = token;
        }

        void serve(BrowserContext context) {
            String issuer = Visit.base() + "/idp";
            context.route("**/console/settings.json", route -> json(route, """
                    {"demo": false, "accountClaim": "account_id",
                     "oidc": {"issuer": "%s", "clientId": "console", "scope": "openid"}}
                    """.formatted(issuer)));
            context.route("**/idp/.well-known/openid-configuration", route -> json(route, """
                    {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token"}
                    """.formatted(issuer)));
            context.route("**/idp/authorize?*", this::authorize);
            context.route("**/idp/token", this::exchange);
        }

        private void authorize(Route route) {
            asked = parameters(URI.create(route.request().url()).getRawQuery());
            assertEquals("code", asked.get("response_type"));
            assertEquals("S256", asked.get("code_challenge_method"));
            assertEquals(Visit.base() + "/console/", asked.get("redirect_uri"));
            String back = asked.get("redirect_uri") + "?code=c-1&state=" + asked.get("state");
            route.fulfill(new FulfillOptions().setStatus(302).setHeaders(Map.of("Location", back)));
        }

        private void exchange(Route route) {
            Map<String, String> sent = parameters(route.request().postData());
            assertEquals("c-1", sent.get("code"));
            assertEquals(asked.get("code_challenge"), challengeOf(sent.get("code_verifier")));
            assertFalse(sent.containsKey("client_secret"));
            json(route, "{\"access_token\": \"" + token + "\", \"token_type\": \"Bearer\"}");
        }

        private static void json(Route route, String body) {
            route.fulfill(
                    new FulfillOptions().setContentType("application/json").setBody(body));
        }

        private static Map<String, String> parameters(String query) {
            return Arrays.stream(query.split("&"))
                    .map(parameter ->
                            URLDecoder.decode(parameter, StandardCharsets.UTF_8).split("=", 2))
                    .collect(Collectors.toMap(parameter -> parameter[0], parameter -> parameter[1]));
        }

        private static String challengeOf(String verifier) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
                return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
            } catch (NoSuchAlgorithmException e) {
                throw new AssertionError(e);
            }
        }
    }
}
