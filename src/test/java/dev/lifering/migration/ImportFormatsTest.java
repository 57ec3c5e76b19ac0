package dev.lifering.migration;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.lifering.testing.AuthenticatorApp;
import dev.lifering.testing.Bearer;
import dev.lifering.testing.Import;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Sample;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Files of each product, over HTTP. */
@QuarkusTest
class ImportFormatsTest {
    private static final String SECRET_OF_ADA = "SEXUJFRHC7GPKKWCBRKFYLOB5PJOLQ3D";

    @Inject
    MovableTime time;

    @Test
    void aRealmOfKeycloakBringsUsersWithTheirFactors() {
        Tenant tenant = Tenant.direct(time);
        Member linus = tenant.user();
        Ids ids = new Ids();
        String realm = Sample.text(
                "keycloak-realm.json",
                "ada",
                ids.of("ada"),
                "linus",
                linus.id(),
                "eve",
                ids.of("eve"),
                "bob",
                ids.of("bob"),
                "dan",
                ids.of("dan"));
        List<String> expected = List.of(
                ids.of("ada") + " created 1+0",
                linus.id() + " updated 1+0",
                ids.of("eve") + " skipped",
                ids.of("bob") + " skipped",
                ids.of("dan") + " refused invalid-request");
        assertEquals(expected, Import.told(tenant, "format=keycloak&dryRun=true", realm));
        var report = Import.report(tenant, "format=keycloak", realm);
        assertEquals(3, report.get(1).getInt("backupCodes"));
        assertNull(report.get(1).get("notImported"));
        assertEquals(List.of("hotp"), report.get(3).getList("notImported"));
        assertNull(report.get(0).get("notImported"));
        assertEquals(
                List.of(ids.of("ada") + " unchanged 0+1", linus.id() + " unchanged 0+1"),
                Import.told(tenant, "format=keycloak", realm).subList(0, 2));
        verify(ids.of("ada"), new AuthenticatorApp("OU3GEWSWOJMWU52KGJRVI4KYNY2HGTDL", time).freshCode());
        var app = AuthenticatorApp.scanning(
                "otpauth://totp/a?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&algorithm=SHA256&digits=8&period=60",
                time);
        linus.verify(app.freshCode()).statusCode(200);
        linus.get("/v1/me/second-factor")
                .body("authenticators[0].importedFrom", is("keycloak"))
                .body("backupCodes.label", is("Keycloak"));
        linus.verify("l9rr-auwy-karb").statusCode(200).body("backupCodesRemaining", is(2));
        // The platform knows its users better than the realm does.
        RestAssured.given()
                .auth()
                .oauth2(Bearer.service())
                .get("/v1/accounts/" + tenant.id() + "/users/" + linus.id())
                .then()
                .body("email", is(linus.email()));
    }

    @Test
    void identitiesOfKratosBringUsersWithTheirFactors() {
        Tenant tenant = Tenant.direct(time);
        Ids ids = new Ids();
        String identities = Sample.text(
                "kratos-identities.json", "ada", ids.of("ada"), "linus", ids.of("linus"), "eve", ids.of("eve"));
        assertEquals(
                List.of(ids.of("ada") + " created 1+0", ids.of("linus") + " skipped", ids.of("eve") + " skipped"),
                Import.told(tenant, "format=kratos", identities));
        verify(ids.of("ada"), new AuthenticatorApp(SECRET_OF_ADA, time).freshCode());
        verify(ids.of("ada"), "x2a4c6e8");
    }

    @Test
    void keyUrisFindTheirUsersByIdOrAddress() {
        Tenant tenant = Tenant.direct(time);
        Member ada = tenant.user();
        Member linus = tenant.user();
        Member eve = tenant.user();
        String file = Sample.text(
                        "otpauth.txt", "ada", ada.id(), "tenant", tenant.id(), "eve", eve.id(), "bob", eve.id())
                .replace("linus%40" + tenant.id() + ".example", linus.email().toUpperCase());
        assertEquals(
                List.of(
                        ada.id() + " updated 1+0",
                        linus.id() + " updated 1+0",
                        "null refused invalid-request",
                        "null refused invalid-request"),
                Import.told(tenant, "format=otpauth", file));
        ada.verify(new AuthenticatorApp(SECRET_OF_ADA, time).freshCode()).statusCode(200);
    }

    @Test
    void exportsOfGoogleAuthenticatorBringThePlatformsAccountsOnly() {
        Tenant tenant = Tenant.direct(time);
        Member ada = tenant.user();
        Member eve = tenant.user();
        String file = Sample.text("google-authenticator.txt", "ada", ada.id(), "eve", eve.id(), "bob", eve.id());
        assertEquals(
                List.of(
                        ada.id() + " updated 1+0",
                        "linus@tenant.example refused not-found",
                        eve.id() + " refused invalid-request",
                        "null refused invalid-request"),
                Import.told(tenant, "format=google_authenticator&issuer=Acme", file));
        ada.get("/v1/me/second-factor").body("authenticators.size()", is(1));
        ada.verify(new AuthenticatorApp(SECRET_OF_ADA, time).freshCode()).statusCode(200);
    }

    @Test
    void tokensOfPrivacyIdeaFindTheirUsersByLogin() {
        Tenant tenant = Tenant.direct(time);
        Member ada = tenant.user();
        Member eve = tenant.user();
        Member bob = tenant.user();
        String file = Sample.text(
                "privacyidea-tokens.csv", "ada", ada.id(), "tenant", tenant.id(), "eve", eve.id(), "bob", bob.id());
        assertEquals(
                List.of(
                        ada.id() + " updated 1+0",
                        "linus refused not-found",
                        eve.id() + " skipped",
                        "null refused not-found",
                        bob.id() + " updated 1+0"),
                Import.told(tenant, "format=privacyidea", file));
        ada.verify(new AuthenticatorApp(SECRET_OF_ADA, time).freshCode()).statusCode(200);
    }

    @Test
    void anAddressThatSeveralHaveIsNobodys() {
        Tenant tenant = Tenant.direct(time);
        String id = "u-" + UUID.randomUUID();
        String user = "{\"id\":\"%s\",\"email\":\"twins@acme.example\"}\n";
        Import.told(tenant, "", user.formatted(id) + user.formatted(id + "-2"));
        assertEquals(
                List.of("twins@acme.example refused invalid-request"),
                Import.told(tenant, "format=otpauth", "otpauth://totp/twins@acme.example?secret=" + SECRET_OF_ADA));
    }

    /** Ids for people who are not there yet. */
    private static final class Ids {
        private final String suffix = "-" + UUID.randomUUID();

        String of(String name) {
            return name + suffix;
        }
    }

    private static void verify(String id, String code) {
        RestAssured.given()
                .auth()
                .oauth2(Bearer.service())
                .contentType("application/json")
                .body("{\"code\":\"" + code + "\"}")
                .post("/v1/users/" + id + "/verifications")
                .then()
                .statusCode(200);
    }
}
