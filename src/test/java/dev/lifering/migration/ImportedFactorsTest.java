package dev.lifering.migration;

import static dev.lifering.testing.Refusal.refused;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.problem.ProblemType;
import dev.lifering.testing.AuditTable;
import dev.lifering.testing.AuthenticatorApp;
import dev.lifering.testing.Bearer;
import dev.lifering.testing.Database;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.Import;
import dev.lifering.testing.MailTable;
import dev.lifering.testing.Member;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What an authenticator means that came over from another product. */
@QuarkusTest
class ImportedFactorsTest {
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static final String OTHER = "MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43U";
    private static final String EIGHTY_BITS = "JBSWY3DPEHPK3PXP";

    @Inject
    MovableTime time;

    @Inject
    AuditTable trail;

    @Inject
    MailTable mails;

    @Inject
    Database database;

    @Test
    void itCountsAtOnceAndIsProvedByItsFirstGoodCode() {
        Member ada = Tenant.direct(time).user();
        assertEquals(List.of(ada.id() + " updated 1+0"), bring(ada, app(SECRET)));
        var app = new AuthenticatorApp(SECRET, time);
        ada.get("/v1/me/second-factor")
                .body("status", is("enabled"))
                .body("authenticators[0].importedFrom", is("lifering"))
                .body("authenticators[0].unproven", is(true))
                .body("authenticators[0].label", is("Phone"))
                .body("backupCodes", is(nullValue()));
        refused(ada.verify(app.wrongCode()), ProblemType.CODE_REJECTED);
        ada.get("/v1/me/second-factor").body("authenticators[0].unproven", is(true));
        String code = app.freshCode();
        ada.verify(code).statusCode(200).body("lowBackupCodes", is(true)).body("backupCodesRemaining", is(0));
        ada.get("/v1/me/second-factor")
                .body("authenticators[0].importedFrom", is("lifering"))
                .body("authenticators[0].unproven", is(nullValue()));
        refused(ada.verify(code), ProblemType.CODE_REJECTED);
    }

    @Test
    void itIsProvedOnTheLongWayToo() {
        Member ada = Tenant.direct(time).user();
        bring(ada, app(SECRET));
        var app = new AuthenticatorApp(SECRET, time);
        String renewed = ada.post("/v1/me/backup-codes", Map.of("code", app.freshCode()))
                .statusCode(201)
                .extract()
                .path("setId");
        ada.get("/v1/me/second-factor").body("authenticators[0].unproven", is(nullValue()));
        ada.acknowledge(renewed).statusCode(200).body("backupCodes.remaining", is(10));
    }

    @Test
    void algorithmDigitsAndPeriodComeWithIt() {
        Member ada = Tenant.direct(time).user();
        bring(ada, "{\"secret\":\"" + OTHER + "\",\"algorithm\":\"sha256\",\"digits\":8,\"period\":60}");
        var app = AuthenticatorApp.scanning(
                "otpauth://totp/a?secret=" + OTHER + "&algorithm=SHA256&digits=8&period=60", time);
        ada.verify(app.freshCode()).statusCode(200).body("authenticator.label", is("Authenticator app"));
    }

    @Test
    void aUserMayBeMadeInTheSameLine() {
        Tenant tenant = Tenant.direct(time);
        String id = "u-" + UUID.randomUUID();
        assertEquals(List.of(id + " created 2+0"), Import.told(tenant, "", line(id, app(SECRET) + "," + app(OTHER))));
        verify(id, new AuthenticatorApp(OTHER, time).freshCode(), 200);
    }

    @Test
    void repeatingAnImportChangesNothing() {
        Member ada = Tenant.direct(time).user();
        bring(ada, app(SECRET));
        assertEquals(List.of(ada.id() + " updated 0+1"), bring(ada, app(SECRET)));
        ada.verify(new AuthenticatorApp(SECRET, time).freshCode()).statusCode(200);
        assertEquals(List.of(ada.id() + " updated 0+1"), bring(ada, app(SECRET)));
        ada.get("/v1/me/second-factor")
                .body("authenticators.size()", is(1))
                .body("authenticators[0].unproven", is(nullValue()));
        assertEquals(List.of(ada.id() + " unchanged 0+1"), uris(ada, SECRET));
    }

    @Test
    void whoeverHasProvedAFactorHereGetsNoOtherByImport() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        assertEquals(List.of(ada.member().id() + " refused too-many-authenticators"), bring(ada.member(), app(SECRET)));
        Member linus = Tenant.direct(time).user();
        bring(linus, app(SECRET));
        assertEquals(List.of(linus.id() + " updated 1+0"), uris(linus, OTHER));
        linus.verify(new AuthenticatorApp(SECRET, time).freshCode()).statusCode(200);
        assertEquals(
                List.of(linus.id() + " refused too-many-authenticators"), uris(linus, "ONSWG4TFOQQGC5BANRQXG5BBAAAA"));
        linus.get("/v1/me/second-factor").body("authenticators.size()", is(2));
    }

    @Test
    void whoeverHasOnlyBackupCodesLeftGetsNoneByImport() {
        Enrolled ada = Tenant.direct(time).user().enrolled();
        ada.member().remove(ada.authenticatorId(), ada.code(0)).statusCode(204);
        assertEquals(List.of(ada.member().id() + " refused too-many-authenticators"), bring(ada.member(), app(SECRET)));
        assertEquals("backup_codes_only", ada.member().status());
    }

    @Test
    void thePolicyLimitsHowManyComeOver() {
        Tenant tenant = Tenant.direct(time);
        tenant.policy(Map.of("maxAuthenticators", 1));
        Member ada = tenant.user();
        assertEquals(
                List.of(ada.id() + " refused too-many-authenticators"), bring(ada, app(SECRET) + "," + app(OTHER)));
        assertEquals("not_enrolled", ada.status());
        assertEquals(List.of(ada.id() + " updated 1+0"), bring(ada, app(SECRET)));
        assertEquals(List.of(ada.id() + " refused too-many-authenticators"), bring(ada, app(OTHER)));
    }

    @Test
    void whatARefusedLineSaysOfTheUserIsNotKeptEither() {
        Tenant tenant = Tenant.direct(time);
        String id = "u-" + UUID.randomUUID();
        assertEquals(List.of(id + " refused invalid-request"), Import.told(tenant, "", line(id, app(EIGHTY_BITS))));
        verify(id, "123456", 404);
    }

    @Test
    void weakAndImpossibleAuthenticatorsAreRefusedWithoutShowingThem() {
        Member ada = Tenant.direct(time).user();
        for (String wrong : List.of(
                app(EIGHTY_BITS),
                app("not base32! " + SECRET),
                "{\"secret\":\"" + SECRET + "\",\"digits\":7}",
                "{\"secret\":\"" + SECRET + "\",\"period\":0}",
                "{\"secret\":\"" + SECRET + "\",\"period\":86400}",
                "{\"secret\":\"" + SECRET + "\",\"algorithm\":\"md5\"}",
                "{\"secret\":\"" + SECRET + "\",\"steps\":7}",
                "{\"label\":\"x\"}",
                "null")) {
            String report = Import.send(ada.tenant(), "", line(ada.id(), wrong)).asString();
            assertTrue(report.contains("\"refused\""), report);
            assertFalse(report.contains(SECRET) || report.contains(EIGHTY_BITS), report);
        }
        assertEquals("not_enrolled", ada.status());
    }

    @Test
    void whoeverHasHisSecondFactorElsewhereGetsNoneHere() {
        Member ada = Tenant.direct(time).user();
        assertEquals(
                List.of(ada.id() + " refused managed-by-sso"),
                Import.told(
                        ada.tenant(),
                        "",
                        line(ada.id(), app(SECRET))
                                .replace(
                                        "\"authenticators\"",
                                        "\"secondFactorManagedElsewhere\":true,\"authenticators\"")));
        Import.told(
                ada.tenant(),
                "",
                "{\"id\":\"%s\",\"email\":\"a@b\",\"secondFactorManagedElsewhere\":true}".formatted(ada.id()));
        assertEquals(List.of(ada.id() + " refused managed-by-sso"), uris(ada, SECRET));
        assertEquals("not_enrolled", ada.status());
    }

    @Test
    void aUserOfAnotherAccountIsRefused() {
        Member ada = Tenant.direct(time).user();
        Tenant other = Tenant.direct(time);
        assertEquals(
                List.of(ada.id() + " refused already-elsewhere"), Import.told(other, "", line(ada.id(), app(SECRET))));
        assertEquals(
                List.of(ada.id() + " refused already-elsewhere"),
                Import.told(other, "format=otpauth", ada.id() + "\totpauth://totp/a?secret=" + SECRET));
        assertEquals(
                List.of(ada.email() + " refused not-found"),
                Import.told(other, "format=otpauth", "otpauth://totp/A:" + ada.email() + "?secret=" + SECRET));
        assertEquals("not_enrolled", ada.status());
    }

    @Test
    void whatAPasswordAloneHasBegunBeforeIsOver() {
        Enrolled thief = Tenant.direct(time).user().confirmed();
        Member ada = thief.member();
        bring(ada, app(SECRET));
        refused(ada.acknowledge(thief.setId()), ProblemType.SET_NOT_PENDING);
        ada.get("/v1/me/second-factor").body("authenticators.size()", is(1));
        refused(ada.verify(thief.app().freshCode()), ProblemType.CODE_REJECTED);
    }

    @Test
    void x1_eachAuthenticatorLeavesItsEvent() {
        Member ada = Tenant.direct(time).user();
        var left = trail.leftBy(ada.tenant(), () -> bring(ada, app(SECRET) + "," + app(OTHER)));
        assertEquals(
                List.of(
                        "user.provisioned",
                        "authenticator.imported",
                        "second_factor.enabled",
                        "authenticator.imported"),
                left.stream().map(AuditTable.Event::told).toList());
        left.forEach(event -> {
            assertEquals("login-service", event.actor());
            assertEquals(trail.pseudonym(ada), event.subject());
        });
    }

    @Test
    void x2_usersAreMailedOnlyWhereThatIsAskedFor() {
        Member ada = Tenant.direct(time).user();
        assertEquals(List.of(), mails.leftBy(ada, () -> bring(ada, app(SECRET))));
        Member linus = Tenant.direct(time).user();
        assertEquals(
                List.of("second_factor_enabled", "authenticator_added"),
                mails.leftBy(
                        linus,
                        () -> Import.told(
                                linus.tenant(), "notify=true", line(linus.id(), app(SECRET) + "," + app(OTHER)))));
    }

    @Test
    void secretsAreSealedAndStandNowhereElse() {
        Member ada = Tenant.direct(time).user();
        String secret = "ONUXQ5DFMVXCAYTZORSXGIDPMYQGQZLS";
        bring(ada, app(secret));
        assertEquals(java.util.Set.of(), database.tablesWith(secret));
        assertEquals(java.util.Set.of(), database.tablesWith("sixteen bytes of her"));
    }

    @Test
    void aDryRunSaysTheSameAndChangesNothing() {
        Tenant tenant = Tenant.direct(time);
        Member ada = tenant.user();
        Enrolled linus = tenant.user().enrolled();
        String fresh = "u-" + UUID.randomUUID();
        String file = line(ada.id(), app(SECRET))
                + line(linus.member().id(), app(SECRET))
                + line(fresh, app(SECRET))
                + line(fresh + "-2", "").replace(",\"authenticators\":[]", "");
        assertEquals(
                List.of(),
                trail.told(
                        tenant,
                        () -> assertEquals(
                                List.of(
                                        ada.id() + " updated 1+0",
                                        linus.member().id() + " refused too-many-authenticators",
                                        fresh + " created 1+0",
                                        fresh + "-2 created"),
                                Import.told(tenant, "dryRun=true", file))));
        assertEquals("not_enrolled", ada.status());
        verify(fresh, "123456", 404);
    }

    @Test
    void whatIsNeitherTrueNorFalseIsNotTakenForFalse() {
        Tenant tenant = Tenant.direct(time);
        for (String query :
                List.of("dryRun=yes", "notify=1", "format=csv", "format=google_authenticator", "format=better_auth")) {
            refused(Import.send(tenant, query, line("u-nobody", app(SECRET))).then(), ProblemType.INVALID_REQUEST);
        }
    }

    private List<String> bring(Member member, String authenticators) {
        return Import.told(
                member.tenant(), "", line(member.id(), authenticators).replace("a@b", member.email()));
    }

    private static List<String> uris(Member member, String secret) {
        return Import.told(member.tenant(), "format=otpauth", member.id() + "\totpauth://totp/a?secret=" + secret);
    }

    private static String line(String id, String authenticators) {
        return "{\"id\":\"%s\",\"email\":\"a@b\",\"authenticators\":[%s]}\n".formatted(id, authenticators);
    }

    private static String app(String secret) {
        return "{\"label\":\"Phone\",\"secret\":\"" + secret + "\"}";
    }

    private static void verify(String id, String code, int status) {
        RestAssured.given()
                .auth()
                .oauth2(Bearer.service())
                .contentType(ContentType.JSON)
                .body(Map.of("code", code))
                .post("/v1/users/" + id + "/verifications")
                .then()
                .statusCode(status);
    }
}
