package dev.lifering.migration;

import static dev.lifering.testing.Refusal.refused;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.audit.Doer;
import dev.lifering.crypto.Secret;
import dev.lifering.migration.format.ImportFormat;
import dev.lifering.problem.ProblemType;
import dev.lifering.testing.AuditTable;
import dev.lifering.testing.Database;
import dev.lifering.testing.Enrolled;
import dev.lifering.testing.Import;
import dev.lifering.testing.Member;
import dev.lifering.testing.Migrated;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Sample;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whose backup codes come over from another product, and when. */
@QuarkusTest
class LegacyCodesTest {
    private static final List<String> CODES = List.of("x2a4c6e8", "b1d3f5h7", "m9n8b7v6");
    private static final String OTHER_APP = "otpauth://totp/a?secret=MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43U";

    @Inject
    MovableTime time;

    @Inject
    AuditTable trail;

    @Inject
    Database database;

    @Inject
    UserImports imports;

    private static JsonPath bring(Member member, List<String> codes) {
        return Import.report(member.tenant(), "format=kratos", Migrated.identity(member, codes))
                .get(0);
    }

    @Test
    void theReportSaysHowManyCodesWereTakenOver() {
        Member ada = Tenant.direct(time).user();
        JsonPath line = bring(ada, CODES);
        assertEquals("updated", line.getString("outcome"));
        assertEquals(3, line.getInt("backupCodes"));
        assertNull(line.get("notImported"));
        assertFalse(line.prettify().contains(CODES.get(0)), "the report shows no code");
    }

    @Test
    void aDryRunSaysTheSameAndChangesNothing() {
        Member ada = Tenant.direct(time).user();
        JsonPath line = Import.report(ada.tenant(), "format=kratos&dryRun=true", Migrated.identity(ada, CODES))
                .get(0);
        assertEquals(3, line.getInt("backupCodes"));
        assertEquals("not_enrolled", ada.status());
        ada.get("/v1/me/second-factor").body("backupCodes", is(nullValue()));
    }

    @Test
    void repeatingAnImportBringsNoSpentCodeBack() {
        Member ada = Tenant.direct(time).user();
        bring(ada, CODES);
        ada.verify(CODES.get(0)).statusCode(200);
        JsonPath again = bring(ada, CODES);
        assertEquals("unchanged", again.getString("outcome"));
        assertNull(again.get("backupCodes"));
        assertNull(again.get("notImported"));
        refused(ada.verify(CODES.get(0)), ProblemType.CODE_REJECTED);
        ada.get("/v1/me/second-factor").body("backupCodes.remaining", is(2));
    }

    @Test
    void codesThatTheUserHasReplacedDoNotComeBack() {
        Migrated ada = Migrated.of(Tenant.direct(time).user(), time, 3);
        String own = ada.member()
                .post("/v1/me/backup-codes", Map.of("code", ada.code(0)))
                .statusCode(201)
                .extract()
                .path("setId");
        ada.member().acknowledge(own).statusCode(200);
        JsonPath again = bring(ada.member(), ada.codes());
        assertEquals("unchanged", again.getString("outcome"));
        assertEquals(List.of("lookup_secret"), again.getList("notImported"));
        refused(ada.member().verify(ada.code(1)), ProblemType.CODE_MALFORMED);
    }

    @Test
    void theyComeLaterTooForWhoeverHasNotUsedHisImportedAppYet() {
        Member ada = Tenant.direct(time).user();
        assertNull(bring(ada, List.of()).get("backupCodes"));
        JsonPath later = bring(ada, CODES);
        assertEquals("updated", later.getString("outcome"));
        assertEquals(3, later.getInt("backupCodes"));
        ada.verify(CODES.get(0)).statusCode(200);
    }

    @Test
    void whoeverHasProvedAFactorHereGetsNoneByImport() {
        Migrated ada = Migrated.of(Tenant.direct(time).user(), time, 0);
        ada.member().verify(ada.app().freshCode()).statusCode(200);
        JsonPath line = bring(ada.member(), CODES);
        assertEquals("unchanged", line.getString("outcome"));
        assertEquals(List.of("lookup_secret"), line.getList("notImported"));
        refused(ada.member().verify(CODES.get(0)), ProblemType.CODE_MALFORMED);
        Enrolled linus = ada.member().tenant().user().enrolled();
        assertEquals("refused", bring(linus.member(), CODES).getString("outcome"));
    }

    /** With one of the codes he has proved that he is the one who has them: nobody may add an app to that. */
    @Test
    void whoeverHasUsedACodeGetsNoFurtherAppByImport() {
        Migrated ada = Migrated.of(Tenant.direct(time).user(), time, 3);
        String uri = ada.member().id() + "\t" + OTHER_APP;
        assertEquals(
                List.of(ada.member().id() + " updated 1+0"),
                Import.told(ada.member().tenant(), "format=otpauth&dryRun=true", uri));
        ada.member().verify(ada.code(0)).statusCode(200);
        assertEquals(
                List.of(ada.member().id() + " refused too-many-authenticators"),
                Import.told(ada.member().tenant(), "format=otpauth", uri));
    }

    @Test
    void codesWithoutAnAppStayBehind() {
        Member ada = Tenant.direct(time).user();
        String identity = Migrated.identity(ada, CODES).replace("\"totp\"", "\"none\"");
        JsonPath line = Import.report(ada.tenant(), "format=kratos", identity).get(0);
        assertEquals("skipped", line.getString("outcome"));
        assertEquals(List.of("lookup_secret"), line.getList("notImported"));
        assertEquals("not_enrolled", ada.status());
    }

    @Test
    void x1_theyLeaveAnEventThatNamesTheProduct() {
        Member ada = Tenant.direct(time).user();
        var left = trail.leftBy(ada.tenant(), () -> bring(ada, CODES));
        assertEquals(
                List.of("authenticator.imported", "second_factor.enabled", "backup_codes.imported"),
                left.stream()
                        .map(AuditTable.Event::told)
                        .filter(told -> !told.startsWith("user."))
                        .toList());
        assertEquals(
                "Ory Kratos",
                database.row(
                                "select object from audit_event where account_id = ? and type = 'backup_codes.imported'",
                                ada.tenant().id())
                        .get("object"));
    }

    @Test
    void betterAuthsCodesAreReadAsTheyAreWritten() throws IOException {
        Tenant tenant = Tenant.direct(time);
        Member ada = tenant.user();
        Member linus = tenant.user();
        ada.status();
        linus.status();
        String rows = Sample.text(
                "better-auth-two-factor.json",
                "ada",
                ada.id(),
                "linus",
                linus.id(),
                "eve",
                tenant.user().id());
        Secret secret = Secret.of("the-secret-of-an-application-of-the-test".getBytes(StandardCharsets.UTF_8));
        var source = new ImportSource(ImportFormat.BETTER_AUTH, null, List.of(secret));
        var order = new ImportOrder(
                tenant.id(), ImportFormat.BETTER_AUTH, false, false, new Doer(Doer.Kind.SYSTEM, "import-command"));
        var report = new ByteArrayOutputStream();
        var file = new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8));
        String summary = imports.run(order, imports.open(source, file), report).toString();
        assertTrue(summary.endsWith("; 2 authenticators bound, 4 backup codes taken over"), summary);
        ada.get("/v1/me/second-factor").body("backupCodes.label", is("better-auth"));
        refused(ada.verify("k3vd9-qz71b"), ProblemType.CODE_REJECTED);
        ada.verify("k3Vd9-Qz71B").statusCode(200).body("backupCodesRemaining", is(1));
        linus.verify("k3Vd9 Qz71B").statusCode(200);
    }
}
